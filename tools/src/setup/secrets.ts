import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { readJson, writeJson } from '../json-file.js'

/** Login roles of the database, each with a password of its own. */
export const databaseRoles = [
  'bro_owner',
  'bro_api',
  'bro_worker_children_and_youth',
  'bro_worker_social_services',
] as const

export type DatabaseRole = (typeof databaseRoles)[number]

const secretsSchema = z.object({
  postgres: z.string(),
  roles: z.record(z.enum(databaseRoles), z.string()),
})

export type Secrets = z.infer<typeof secretsSchema>

const newPassword = () => randomBytes(24).toString('base64url')

/** Passwords of this data folder: made at its first start, readable by its owner alone. */
export async function ensureSecrets(dataDir: string): Promise<Secrets> {
  const file = join(dataDir, 'secrets.json')
  const stored = await readJson(file)
  if (stored !== undefined) return secretsSchema.parse(stored)
  const secrets: Secrets = {
    postgres: newPassword(),
    roles: {
      bro_owner: newPassword(),
      bro_api: newPassword(),
      bro_worker_children_and_youth: newPassword(),
      bro_worker_social_services: newPassword(),
    },
  }
  await writeJson(file, secrets, 0o600)
  return secrets
}
