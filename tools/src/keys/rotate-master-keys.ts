import { MASTER, retireKeyVersions } from '@brobygger/codec'
import type { KeyStore, MasterKeyVersions } from '@brobygger/keys'
import type { Vault } from '@brobygger/vault'
import type { Say } from '../progress.js'
import type { RotationOptions } from './rotation-options.js'
import type { RotationStep } from './rotation-step.js'
import { openRotationStores } from './rotation-stores.js'

/** So many texts are encrypted anew before progress is told. */
const BATCH = 100

/** New versions of the administrations' master keys: cases and grants are wrapped anew, old texts get keys of their own. */
export const rotateMasterKeys: RotationStep = async rotation => {
  const stores = await openRotationStores(rotation)
  try {
    for (const keys of stores.keyStores) await rotateOne({ ...stores, ...rotation, keys })
    // Nothing is under the older versions of the old key any more. The newest stays for a backup that is restored.
    if (rotation.options.retire) await retireKeyVersions(rotation.keysFile, [MASTER])
  } finally {
    await stores.close()
  }
}

/** Rotates the master key of one administration. What is done stays done, wherever it is stopped. */
export async function rotateOne(of: {
  readonly keys: KeyStore
  readonly vault: Vault
  readonly versions: MasterKeyVersions
  readonly options: RotationOptions
  readonly say: Say
}): Promise<void> {
  const { keys, vault, versions, options } = of
  const { administration } = keys
  const say = (line: string) => {
    of.say(`${administration}: ${line}`)
  }
  if (options.newVersions) say(`the master key has a new version, ${await versions.rotate(administration)}`)
  const wrapped = await keys.rewrap(done => {
    say(`${done} keys wrapped anew`)
  })
  if (wrapped === 0) say('every key is wrapped by the newest version')
  let texts = 0
  for (;;) {
    const renewed = await vault.renewFormat1({ administration, limit: BATCH })
    if (renewed === 0) break
    texts += renewed
    say(`${texts} texts and drafts have been given keys of their own`)
  }
  if (options.retire) say(`${await versions.retire(administration)} old versions of the master key are gone`)
}
