import type { OutsideSystem } from '@brobygger/domain/outward'
import { PortError, type PortErrorCode } from '../../ports/errors.js'

/**
 * The longest a service may keep a case waiting by `Retry-After`: a wrong header must not silence it for
 * days.
 */
const longestWaitMs = 60 * 60 * 1_000

/**
 * Statuses with a meaning of their own. Those that say 'not now' and those that say our access is not in
 * order are outages: somebody mends them, and the case goes on.
 */
const codes: Partial<Record<number, PortErrorCode>> = {
  401: 'unavailable',
  403: 'unavailable',
  404: 'not-found',
  407: 'unavailable',
  408: 'unavailable',
  410: 'stale',
  412: 'stale',
  425: 'unavailable',
  429: 'unavailable',
  451: 'protected',
}

/** The error a status other than 2xx stands for, with the wait it asks for in `Retry-After`. */
export function errorOfStatus({
  system,
  status,
  headers,
}: {
  system: OutsideSystem
  status: number
  headers: Pick<Headers, 'get'>
}): PortError {
  const code = codes[status] ?? (status >= 400 && status < 500 ? 'refused' : 'unavailable')
  const retryAfterMs = code === 'unavailable' ? waitAskedFor(headers.get('retry-after')) : undefined
  const wait = retryAfterMs === undefined ? {} : { retryAfterMs }
  return new PortError({ system, code, reason: `status-${status}`, ...wait })
}

/** `Retry-After` is a number of seconds or an HTTP date (RFC 9110 § 10.2.3); anything else is ignored. */
function waitAskedFor(header: string | null): number | undefined {
  if (header === null) return undefined
  const ms = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - Date.now()
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), longestWaitMs)
}
