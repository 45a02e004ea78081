import { KeysError } from './keys-error.js'

/** What the key store and the vault need of a database: a pool, or a client inside a transaction. */
export interface Queryable {
  query(text: string, values: unknown[]): Promise<{ rows: unknown[] }>
}

// SQLSTATE classes that mean "not now": connection, resources, operator's intervention, system error.
const NOT_NOW = /^(08|53|57|58)/
const SQLSTATE = /^[0-9A-Z]{5}$/

/** What a driver's error says without repeating its words, which can quote the values of a row. */
export function failureOf(error: unknown): { readonly notNow: boolean; readonly state?: string } {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  if (typeof code !== 'string' || !SQLSTATE.test(code)) return { notNow: true }
  return { notNow: NOT_NOW.test(code), state: code }
}

/**
 * Runs one statement on the key store.
 * @throws KeysError `keys-unavailable`, `keys-refused`
 */
export async function run(db: Queryable, text: string, values: unknown[]): Promise<unknown[]> {
  try {
    return (await db.query(text, values)).rows
  } catch (error) {
    const { notNow, state } = failureOf(error)
    throw new KeysError(notNow ? 'keys-unavailable' : 'keys-refused', state)
  }
}
