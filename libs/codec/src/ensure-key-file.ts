import { changeKeyFile } from './change-key-file.js'
import { newKeyVersion } from './key-file.js'
import { administrationPurpose, MASTER, masterPurpose, transitPurpose, type Purpose } from './purposes.js'

/** What is to have keys. */
export interface KeyNeeds {
  readonly path: string
  /** Ids of the administrations. */
  readonly administrations: readonly string[]
  /** Names of the contracts between them. */
  readonly contracts: readonly string[]
}

/**
 * Makes the key file when it is missing, and adds keys for administrations and contracts that came later.
 * Existing keys are never touched. For development; show {@link FILE_KEYS_WARNING} beside it.
 * @returns `made` a new file, `extended` an old one, or found it complete.
 * @throws KeyFileError when an existing file cannot be used.
 */
export async function ensureKeyFile(needs: KeyNeeds): Promise<'made' | 'extended' | 'complete'> {
  const outcome: { is: 'made' | 'extended' | 'complete' } = { is: 'complete' }
  await changeKeyFile(needs.path, existing => {
    const missing = purposesOf(needs).filter(purpose => existing?.[purpose] === undefined)
    if (missing.length === 0) return undefined
    outcome.is = existing === undefined ? 'made' : 'extended'
    return { ...existing, ...Object.fromEntries(missing.map(purpose => [purpose, [newKeyVersion()]])) }
  })
  return outcome.is
}

function purposesOf({ administrations, contracts }: KeyNeeds): Purpose[] {
  return [
    MASTER,
    ...administrations.map(masterPurpose),
    ...administrations.map(administrationPurpose),
    ...contracts.flatMap(contract => administrations.map(sender => transitPurpose(contract, sender))),
  ]
}
