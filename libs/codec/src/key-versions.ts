import { rename, rm } from 'node:fs/promises'
import { newKeyVersion, readKeyFile, type KeyFile } from './key-file.js'
import type { Purpose } from './purposes.js'
import { writeBeside } from './write-beside.js'

/**
 * Adds a new version of the keys of these purposes, which encrypts from now on; the old ones go on decrypting.
 * @returns the new version's id for each purpose
 * @throws KeyFileError
 */
export async function addKeyVersions(
  path: string,
  purposes: readonly Purpose[],
): Promise<ReadonlyMap<Purpose, string>> {
  const added = purposes.map(purpose => [purpose, newKeyVersion()] as const)
  await change(path, keys => {
    for (const [purpose, version] of added) keys[purpose] = [...(keys[purpose] ?? []), version]
  })
  return new Map(added.map(([purpose, { id }]) => [purpose, id]))
}

/**
 * Forgets every version but the newest of these purposes: what they encrypted cannot be read any more.
 * @returns how many went
 * @throws KeyFileError
 */
export async function retireKeyVersions(path: string, purposes: readonly Purpose[]): Promise<number> {
  let retired = 0
  await change(path, keys => {
    for (const purpose of purposes) {
      const versions = keys[purpose] ?? []
      retired += Math.max(versions.length - 1, 0)
      if (versions.length > 1) keys[purpose] = versions.slice(-1)
    }
  })
  return retired
}

/** One operator at a time changes the file; whoever reads it finds it whole, as it was or as it is. */
async function change(path: string, edit: (keys: KeyFile['keys']) => void): Promise<void> {
  const keys = { ...(await readKeyFile(path)).keys }
  edit(keys)
  const draft = await writeBeside(path, { format: 1, keys })
  try {
    await rename(draft, path)
  } finally {
    await rm(draft, { force: true })
  }
}
