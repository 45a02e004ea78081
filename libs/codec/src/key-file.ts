import { randomBytes } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { z } from 'zod'
import { isPurpose, type Purpose } from './purposes.js'

/** Shown by whatever starts with a key file. */
export const FILE_KEYS_WARNING =
  'Keys are read from a file. That is meant for development: whoever can read the file can read every text. In operation, keep the keys in a key store apart from the data and its backups.'

/** Why a key file cannot be used. */
export type KeyFileErrorCode =
  'key-file-missing' | 'key-file-open-to-others' | 'key-file-malformed' | 'key-file-busy'

/** A key file that cannot be used. Names the file, never anything in it. */
export class KeyFileError extends Error {
  override readonly name = 'KeyFileError'
  constructor(
    readonly code: KeyFileErrorCode,
    message: string,
  ) {
    super(message)
  }
}

const SECRET_BYTES = 32
const OTHERS = 0o077

const version = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{16}$/),
  created: z.iso.datetime(),
  secret: z.base64().refine(text => Buffer.from(text, 'base64').length === SECRET_BYTES),
  /** Payloads under it are bound to their execution; versions from before 0.3.0 do not say so. */
  binds: z.literal(true).optional(),
})

const keyFile = z
  .strictObject({
    format: z.literal(1),
    /** Versions of each purpose's key, oldest first. */
    keys: z.record(z.string().refine(isPurpose), z.array(version).min(1)),
  })
  .refine(file => {
    const ids = Object.values(file.keys).flatMap(versions => versions.map(key => key.id))
    return new Set(ids).size === ids.length
  })

/** One version of a key, as the file holds it: 16 hex digits of id, 256 bits in base64. */
export type KeyVersion = z.infer<typeof version>
/** The file's content. */
export type KeyFile = { format: 1; keys: Partial<Record<Purpose, KeyVersion[]>> }

/** A new random key of 256 bits with a random id. */
export const newKeyVersion = (): KeyVersion => ({
  id: randomBytes(8).toString('hex'),
  created: new Date().toISOString(),
  secret: randomBytes(SECRET_BYTES).toString('base64'),
  binds: true,
})

/**
 * Reads and checks a key file.
 * @throws KeyFileError when it is missing, readable by others than its owner, or malformed.
 */
export async function readKeyFile(path: string): Promise<KeyFile> {
  const { mode } = await stat(path).catch(() => {
    throw new KeyFileError('key-file-missing', `There is no key file at ${path}`)
  })
  // Windows has no such mode bits; there the folder's access list has to do.
  if (process.platform !== 'win32' && (mode & OTHERS) !== 0) {
    throw new KeyFileError('key-file-open-to-others', `Others than its owner can use ${path}: chmod 600 it`)
  }
  const parsed = keyFile.safeParse(jsonOrUndefined(await readFile(path, 'utf8')))
  if (!parsed.success) throw new KeyFileError('key-file-malformed', `${path} is not a key file`)
  return parsed.data
}

// A parser's own message quotes what it could not read, which here may be a key.
function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
