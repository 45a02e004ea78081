import { existsSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { claimDataFolder } from './data-folder.js'
import { standIn } from './postgres/place.js'
import { endLeftovers } from './supervise/leftovers.js'

/**
 * Forgets everything a data folder holds. Only a folder that this program made is emptied: it holds the
 * passwords file of its first start.
 *
 * @throws Error when a system runs on it, or when it is somebody else's folder
 */
export async function clearData(dataDir: string): Promise<void> {
  if (!existsSync(dataDir)) return
  const release = await claimDataFolder(dataDir, 'is being emptied')
  try {
    const names = (await readdir(dataDir)).filter(name => name !== 'lock.json')
    if (names.length > 0 && !names.includes('secrets.json')) {
      throw new Error(`${dataDir} was not made by Brobygger (no secrets.json in it); it is not emptied.`)
    }
    await endLeftovers(dataDir)
    // The marker goes last, so that an interrupted clearing can be repeated.
    const inOrder = [...names.filter(name => name !== 'secrets.json'), 'secrets.json']
    for (const name of inOrder) await rm(join(dataDir, name), { recursive: true, force: true })
    if (process.getuid?.() === 0) await rm(standIn(dataDir), { recursive: true, force: true })
  } finally {
    await release()
  }
}
