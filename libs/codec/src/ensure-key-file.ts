import { link, rename, rm } from 'node:fs/promises'
import { KeyFileError, newKeyVersion, readKeyFile, type KeyFile } from './key-file.js'
import { writeBeside } from './write-beside.js'
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
  const existing = await readIfThere(needs.path)
  const keys: KeyFile['keys'] = { ...existing?.keys }
  const missing = purposesOf(needs).filter(purpose => keys[purpose] === undefined)
  if (existing !== undefined && missing.length === 0) return 'complete'
  for (const purpose of missing) keys[purpose] = [newKeyVersion()]

  const draft = await writeBeside(needs.path, { format: 1, keys })
  try {
    if (existing !== undefined) {
      await rename(draft, needs.path)
      return 'extended'
    }
    // A link fails where a rename would overwrite: of two that start at once, one makes the keys.
    await link(draft, needs.path)
    return 'made'
  } catch (error) {
    if (existing === undefined && isExisting(error)) return await ensureKeyFile(needs)
    throw error
  } finally {
    await rm(draft, { force: true })
  }
}

function purposesOf({ administrations, contracts }: KeyNeeds): Purpose[] {
  return [
    MASTER,
    ...administrations.map(masterPurpose),
    ...administrations.map(administrationPurpose),
    ...contracts.flatMap(contract => administrations.map(sender => transitPurpose(contract, sender))),
  ]
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
