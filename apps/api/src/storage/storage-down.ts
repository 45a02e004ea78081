import { DatabaseError } from '@brobygger/database'
import { VaultError } from '@brobygger/vault'

/** Whether an error says that PostgreSQL cannot be reached now, rather than that it said no. */
export function isStorageDown(error: unknown): boolean {
  if (error instanceof DatabaseError) return error.code === 'database-unavailable'
  return error instanceof VaultError && error.code === 'vault-unavailable'
}
