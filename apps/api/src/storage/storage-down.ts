// SQLSTATE classes that mean "not now": connection, resources, operator's intervention, system error.
const NOT_NOW = /^(08|53|57|58)...$/
const SOCKET = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN', 'ENOENT'])

/** Messages of the driver's own errors, which carry no code. */
const DRIVER = /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/

/** Whether an error of the database driver says that PostgreSQL cannot be reached, rather than that it said no. */
export function isStorageDown(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error instanceof AggregateError) return error.errors.some(isStorageDown)
  if ('code' in error && typeof error.code === 'string') {
    const ofSocket = SOCKET.has(error.code) && 'syscall' in error
    return ofSocket || NOT_NOW.test(error.code)
  }
  return DRIVER.test(error.message)
}
