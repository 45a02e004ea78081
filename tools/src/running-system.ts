import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { readJson, writeJson } from './json-file.js'

/** Where a running system is reached, for commands that work on it from another process. */
const runningSystem = z.object({
  apiUrl: z.string(),
  loginUrl: z.string(),
  simulatorsUrl: z.string(),
  temporalAddress: z.string(),
  /** PostgreSQL, as the role that owns the schema. */
  ownerUrl: z.string(),
  /** PostgreSQL, as the role of the API. */
  apiDatabaseUrl: z.string(),
  /** PostgreSQL, as the role that reads the access log. */
  logReaderUrl: z.string(),
  /** PostgreSQL of the key store, as a role that may do everything there. */
  keysAdminUrl: z.string(),
})

export type RunningSystem = z.infer<typeof runningSystem>

/** Where the heads of the access log are published: a folder of its own, that a backup of the data leaves out. */
export const headsFileIn = (dataDir: string): string => join(dataDir, 'log-heads', 'heads.jsonl')

const fileOf = (dataDir: string) => join(dataDir, 'system.json')

/** Notes the addresses of a system that serves. One of them holds a password, so only the owner may read them. */
export async function noteSystem(dataDir: string, system: RunningSystem): Promise<void> {
  await writeJson(fileOf(dataDir), system, 0o600)
}

export async function forgetSystem(dataDir: string): Promise<void> {
  await rm(fileOf(dataDir), { force: true })
}

/** The system that runs on a data folder; undefined when none does, or it was killed. */
export async function readSystem(dataDir: string): Promise<RunningSystem | undefined> {
  const noted = runningSystem.safeParse(await readJson(fileOf(dataDir)))
  return noted.success ? noted.data : undefined
}
