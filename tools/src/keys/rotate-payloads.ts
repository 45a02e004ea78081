import { rotatePayloadKeys } from '@brobygger/codec'
import type { RotationStep } from './rotation-step.js'

/** New versions of the keys that encrypt what Temporal stores. Old ones stay: histories are never written anew. */
export const rotatePayloads: RotationStep = async ({ keysFile, options, say }) => {
  if (!options.newVersions) return
  const purposes = await rotatePayloadKeys(keysFile)
  say(`payloads: ${purposes.length} keys have a new version; running processes use it within a second`)
}
