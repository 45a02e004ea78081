import { changeKeyFile } from './change-key-file.js'
import { KeyFileError, newKeyVersion, type KeyFile } from './key-file.js'
import type { Purpose } from './purposes.js'

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

async function change(path: string, edit: (keys: KeyFile['keys']) => void): Promise<void> {
  await changeKeyFile(path, existing => {
    if (existing === undefined) throw new KeyFileError('key-file-missing', `There is no key file at ${path}`)
    const keys = { ...existing }
    edit(keys)
    return keys
  })
}
