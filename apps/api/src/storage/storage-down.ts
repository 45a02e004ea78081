import { DatabaseError } from '@brobygger/database'
import { KeysError } from '@brobygger/keys'
import { VaultError } from '@brobygger/vault'

/** Whether an error says that storage or keys cannot be reached now, rather than that they said no. */
export function isStorageDown(error: unknown): boolean {
  if (error instanceof DatabaseError) return error.code === 'database-unavailable'
  if (error instanceof KeysError) return error.code === 'keys-unavailable'
  return error instanceof VaultError && error.code === 'vault-unavailable'
}
