import { randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { exportJWK, generateKeyPair } from 'jose'
import { z } from 'zod'

/** The algorithm of every signature: what Temporal's server and every OpenID client know. */
export const SIGNING_ALGORITHM = 'RS256'

/** Published for so long before it signs, so that everybody has fetched it by then; milliseconds. */
export const PUBLISHED_BEFORE = 60_000
/** Published for so long after the next one signs: longer than any token holds; milliseconds. */
const PUBLISHED_AFTER = 3_600_000

const signingKey = z.object({
  /** From when it signs, ISO instant. */
  from: z.iso.datetime(),
  jwk: z.looseObject({ kid: z.string() }),
})

const keys = z.object({
  /** Signs the login's own cookies. */
  cookies: z.string(),
  signing: z.array(signingKey).min(1),
})
export type LoginKeys = z.infer<typeof keys>

/** Reads the keys of a folder, and makes them where there are none. */
export async function ensureKeys(file: string): Promise<LoginKeys> {
  const found = await read(file)
  if (found !== undefined) return found
  const made = { cookies: randomBytes(32).toString('base64url'), signing: [await newKey(new Date())] }
  await write(file, made)
  return made
}

/** Adds a key that signs from a minute on, and drops those that nobody needs any more. @returns when it signs */
export async function rotateKeys(file: string, now: Date): Promise<Date> {
  const { cookies, signing } = await ensureKeys(file)
  const from = new Date(now.getTime() + PUBLISHED_BEFORE)
  const kept = published({ cookies, signing }, now)
  await write(file, { cookies, signing: [...kept, await newKey(from)] })
  return from
}

/** The keys to publish, the one that signs first. */
export function published({ signing }: LoginKeys, now: Date): LoginKeys['signing'] {
  const newestFirst = signing.toSorted((a, b) => b.from.localeCompare(a.from))
  const ahead = newestFirst.filter(({ from }) => new Date(from) > now)
  const [current, ...earlier] = newestFirst.slice(ahead.length)
  if (current === undefined) return ahead
  const superseded = now.getTime() - new Date(current.from).getTime()
  return [current, ...ahead, ...(superseded < PUBLISHED_AFTER ? earlier : [])]
}

async function newKey(from: Date): Promise<LoginKeys['signing'][number]> {
  const { privateKey } = await generateKeyPair(SIGNING_ALGORITHM, { extractable: true })
  const kid = randomBytes(8).toString('hex')
  const jwk = { ...(await exportJWK(privateKey)), kid, use: 'sig', alg: SIGNING_ALGORITHM }
  return { from: from.toISOString(), jwk }
}

async function read(file: string): Promise<LoginKeys | undefined> {
  try {
    return keys.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** A reader sees the old content or the new; only the owner may read it. */
async function write(file: string, content: LoginKeys): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const partial = `${file}.${String(process.pid)}.partial`
  await writeFile(partial, JSON.stringify(content), { mode: 0o600 })
  await chmod(partial, 0o600)
  await rename(partial, file)
}
