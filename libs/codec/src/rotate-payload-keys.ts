import { readKeyFile } from './key-file.js'
import { addKeyVersions } from './key-versions.js'
import { isOfPayloads, isPurpose, type Purpose } from './purposes.js'

/**
 * Adds a new version of every key that encrypts what Temporal stores: the administrations' own and the contracts'
 * transit keys. Running processes take it in within a second and encrypt with it; what is encrypted already stays
 * readable under the old versions, which must be kept until the last execution that used them is gone from the engine.
 *
 * @returns the purposes that have a new version
 * @throws KeyFileError
 */
export async function rotatePayloadKeys(path: string): Promise<Purpose[]> {
  const { keys } = await readKeyFile(path)
  const purposes = Object.keys(keys).filter(isPurpose).filter(isOfPayloads)
  await addKeyVersions(path, purposes)
  return purposes
}
