import { FileMasterKeys, FileMasterKeyVersions } from './file-master-keys.js'
import { KmsMasterKeys } from './kms-master-keys.js'
import type { MasterKeys, MasterKeyVersions } from './master-keys.js'

/** The variables that say where the master keys are. */
export interface MasterKeysConfig {
  readonly MASTER_KEYS: 'file' | 'kms'
  readonly KEYS_FILE: string
  readonly KMS_URL?: string | undefined
  readonly KMS_TOKEN?: string | undefined
}

/**
 * The master keys as a process is configured.
 * @param unwraps the administrations that the process serves; at a key management service its token says so
 * @throws Error naming the variable that is missing
 */
export function chooseMasterKeys(config: MasterKeysConfig, unwraps: readonly string[]): MasterKeys {
  if (config.MASTER_KEYS === 'file') return new FileMasterKeys({ path: config.KEYS_FILE, unwraps })
  return kmsOf(config)
}

/** The versions of the master keys, for rotation: at a key management service with a token that may rotate. */
export function chooseMasterKeyVersions(config: MasterKeysConfig): MasterKeyVersions {
  return config.MASTER_KEYS === 'file' ? new FileMasterKeyVersions(config.KEYS_FILE) : kmsOf(config)
}

function kmsOf({ KMS_URL: url, KMS_TOKEN: token }: MasterKeysConfig): KmsMasterKeys {
  if (url === undefined) throw new Error('KMS_URL must be set when MASTER_KEYS is kms')
  if (token === undefined) throw new Error('KMS_TOKEN must be set when MASTER_KEYS is kms')
  return new KmsMasterKeys({ url, token })
}
