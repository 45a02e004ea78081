import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { KeyFileError, readKeyFile, type KeyFile } from './key-file.js'

/** How long another change of the same file is waited for: so many times, so many milliseconds. */
const WAIT = { times: 100, each: 50 }

/**
 * Changes a key file, or makes it. The new content is written and made durable beside the file before it takes the
 * file's name, so the name never shows half a file. That draft is also the lock: two changes never overwrite each
 * other, whoever reads sees the one or the other.
 *
 * @param change the new keys from the old ones, `undefined` when there is no file; `undefined` leaves it as it is
 * @throws KeyFileError
 */
export async function changeKeyFile(
  path: string,
  change: (keys: KeyFile['keys'] | undefined) => KeyFile['keys'] | undefined,
): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const draft = `${path}.new`
  const file = await openAlone(draft, path)
  try {
    const keys = change((await readIfThere(path))?.keys)
    if (keys === undefined) return
    await file.writeFile(`${JSON.stringify({ format: 1, keys } satisfies KeyFile, undefined, 2)}\n`)
    await file.sync()
    await rename(draft, path)
  } finally {
    await file.close()
    await rm(draft, { force: true })
  }
}

async function openAlone(draft: string, path: string): Promise<FileHandle> {
  for (let left = WAIT.times; ; left -= 1) {
    try {
      return await open(draft, 'wx', 0o600)
    } catch (error) {
      if (!isExisting(error)) throw error
      if (left === 0) {
        throw new KeyFileError(
          'key-file-busy',
          `${path} is being changed by another process; if none is, remove ${draft}`,
        )
      }
    }
    await sleep(WAIT.each)
  }
}

async function readIfThere(path: string): Promise<KeyFile | undefined> {
  try {
    return await readKeyFile(path)
  } catch (error) {
    if (error instanceof KeyFileError && error.code === 'key-file-missing') return undefined
    throw error
  }
}

const isExisting = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST'
