/** `log-unavailable`: not now, try again. `log-refused`: the database said no, or the entry is none. */
export type AccessLogErrorCode = 'log-unavailable' | 'log-refused'

const messages: Readonly<Record<AccessLogErrorCode, string>> = {
  'log-unavailable': 'The access log cannot be reached',
  'log-refused': 'The access log refused an entry',
}

/** The access log did not take an entry. Carries the SQLSTATE or the wrong fields, and nothing of the values. */
export class AccessLogError extends Error {
  override readonly name = 'AccessLogError'
  constructor(
    readonly code: AccessLogErrorCode,
    readonly detail?: string,
  ) {
    super(detail === undefined ? messages[code] : `${messages[code]} (${detail})`)
  }
}

// SQLSTATE classes that say no for good: data, integrity, rights and syntax.
const SAID_NO = /^(22|23|42)/

/** The error to pass on: the driver's own can quote values. */
export function accessLogError(error: unknown): AccessLogError {
  const state =
    typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined
  const saidNo = state !== undefined && SAID_NO.test(state)
  return new AccessLogError(saidNo ? 'log-refused' : 'log-unavailable', state)
}
