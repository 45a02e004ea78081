import { failureOf, type Queryable } from '@brobygger/keys'
import { VaultError } from './vault-error.js'

/**
 * Runs one statement.
 * @throws VaultError `vault-unavailable` when the database cannot be reached, `vault-refused` when it says no.
 */
export async function run(db: Queryable, text: string, values: unknown[]): Promise<unknown[]> {
  try {
    return (await db.query(text, values)).rows
  } catch (error) {
    const { notNow, state } = failureOf(error)
    throw new VaultError(notNow ? 'vault-unavailable' : 'vault-refused', state)
  }
}
