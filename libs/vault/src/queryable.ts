import { VaultError } from './vault-error.js'

/** What the vault needs of a database: a pool, or a client inside a transaction. */
export interface Queryable {
  query(text: string, values: unknown[]): Promise<{ rows: unknown[] }>
}

// SQLSTATE classes that mean "not now": connection, resources, operator's intervention, system error.
const NOT_NOW = /^(08|53|57|58)/
const SQLSTATE = /^[0-9A-Z]{5}$/

/**
 * Runs one statement.
 * @throws VaultError `vault-unavailable` when the database cannot be reached, `vault-refused` when it says no.
 */
export async function run(db: Queryable, text: string, values: unknown[]): Promise<unknown[]> {
  try {
    return (await db.query(text, values)).rows
  } catch (error) {
    // The database's own error is not passed on: it can quote the values it was given.
    const state = sqlState(error)
    throw new VaultError(
      state === undefined || NOT_NOW.test(state) ? 'vault-unavailable' : 'vault-refused',
      state,
    )
  }
}

function sqlState(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' && SQLSTATE.test(error.code) ? error.code : undefined
}
