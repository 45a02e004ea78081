import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Administration } from '@brobygger/domain/codes'
import { z } from 'zod'
import { readJson, writeJson } from '../json-file.js'
import { everyLoginRole } from './every-login-role.js'

const secretsSchema = z.object({
  /** Of the superuser of the embedded PostgreSQL. */
  postgres: z.string(),
  /** Of each login role. */
  roles: z.record(z.string(), z.string()),
  /** What signs messages from systems outside. */
  callbacks: z.string().optional(),
  /** Of the municipality at the schools' own system. */
  schools: z.string().optional(),
})

export type Secrets = z.infer<typeof secretsSchema> & { readonly callbacks: string; readonly schools: string }

const newPassword = () => randomBytes(24).toString('base64url')

/** Passwords of this data folder, readable by its owner alone: made at the first start, or when a role is new. */
export async function ensureSecrets(dataDir: string, running: readonly Administration[]): Promise<Secrets> {
  const file = join(dataDir, 'secrets.json')
  const content = await readJson(file)
  const stored = content === undefined ? undefined : secretsSchema.parse(content)
  const missing = everyLoginRole(running).filter(role => stored?.roles[role] === undefined)
  const { callbacks, schools } = stored ?? {}
  if (stored !== undefined && callbacks !== undefined && schools !== undefined && missing.length === 0)
    return { ...stored, callbacks, schools }
  const secrets = {
    callbacks: callbacks ?? newPassword(),
    schools: schools ?? newPassword(),
    postgres: stored?.postgres ?? newPassword(),
    roles: { ...stored?.roles, ...Object.fromEntries(missing.map(role => [role, newPassword()])) },
  }
  await writeJson(file, secrets, 0o600)
  return secrets
}
