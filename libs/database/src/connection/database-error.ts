/** `database-unavailable`: not now, try again. `record-conflict`: other events have these numbers. */
export type DatabaseErrorCode = 'database-unavailable' | 'database-refused' | 'record-conflict'

const messages: Readonly<Record<DatabaseErrorCode, string>> = {
  'database-unavailable': 'The database cannot be reached',
  'database-refused': 'The database refused a statement',
  'record-conflict': 'Other events are recorded under the same numbers',
}

/** The database did not do what was asked. Carries the SQLSTATE and nothing of the values that were sent. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'
  /** @param state SQLSTATE, or the code of the connection's error */
  constructor(
    readonly code: DatabaseErrorCode,
    readonly state?: string,
  ) {
    super(state === undefined ? messages[code] : `${messages[code]} (${state})`)
  }
}

// SQLSTATE classes that mean "not now": connection, a lost race, resources, operator's intervention, system error.
const notNow = /^(08|40|53|57|58)/
const sqlState = /^[0-9A-Z]{5}$/

/** The error to pass on: the driver's own can quote the values of a row. */
export function databaseError(error: unknown): DatabaseError {
  if (error instanceof DatabaseError) return error
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined
  if (code === 'BB002') return new DatabaseError('record-conflict', code)
  const refused = code !== undefined && sqlState.test(code) && !notNow.test(code)
  return new DatabaseError(refused ? 'database-refused' : 'database-unavailable', code)
}
