import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { tryLock } from './file-lock.js'

/**
 * Makes the data folder and claims it for this process.
 *
 * @param address where the system will be reached, told to whoever tries to start a second one
 * @returns a function that gives the folder free
 * @throws Error when a system already runs on it
 */
export async function claimDataFolder(dataDir: string, address: string): Promise<() => Promise<void>> {
  await mkdir(dataDir, { recursive: true })
  const lock = await tryLock({ file: join(dataDir, 'lock.json'), note: address })
  if ('release' in lock) return lock.release
  throw new Error(
    `Brobygger already runs on ${dataDir}: ${lock.note} (process ${String(lock.owner.pid)}). ` +
      'Stop it with Ctrl-C there, or set DATA_DIR to another folder and choose other ports.',
  )
}
