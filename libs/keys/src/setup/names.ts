import { vaultRole, workerRole } from '@brobygger/database'
import type { Administration } from '@brobygger/domain/codes'

/** Name of the key store's database. It may lie on a server of its own. */
export const keysDatabaseName = 'brobygger_keys'

/** Owns the key store and changes its schema; no running process connects as it. */
export const keysOwnerRole = 'bro_keys_owner'

/** Who uses an administration's keys: its workers, and the API in its name. */
export const keyRolesOf = (code: Administration): readonly string[] => [workerRole(code), vaultRole(code)]

/** Every role that can log in to the key store where these administrations run. */
export function keyLoginRolesOf(running: readonly Administration[]): readonly string[] {
  return [keysOwnerRole, ...running.flatMap(keyRolesOf)]
}
