import type { OutsideSystem } from '@brobygger/domain/outward'

/**
 * Why an outward call failed. The codes are stable: they are failure types in Temporal and words in
 * operations' lists.
 * - `not-found` what was asked for does not exist there.
 * - `refused` the system understood and said no; asking again changes nothing.
 * - `protected` it exists, and we may not have it.
 * - `stale` what was referred to is no longer valid there: a closed unit, a retired code, an outdated
 *   version.
 * - `unavailable` no whole answer was had: outage, time-out, too many requests, half an answer. Ask again.
 * - `rejected-later` accepted technically, then turned down by the recipient.
 */
export const portErrorCodes = [
  'not-found',
  'refused',
  'protected',
  'stale',
  'unavailable',
  'rejected-later',
] as const
export type PortErrorCode = (typeof portErrorCodes)[number]

interface PortErrorOptions {
  readonly system: OutsideSystem
  readonly code: PortErrorCode
  /** What was seen, in a word for operations: `timeout`, `connection`, `malformed`, `status-503`. */
  readonly reason: string
  /** Milliseconds the system asked us to wait before the next attempt. */
  readonly retryAfterMs?: number
}

/** An outward call that failed. It carries codes only, never what was sent or answered. */
export class PortError extends Error {
  readonly system: OutsideSystem
  readonly code: PortErrorCode
  readonly reason: string
  readonly retryAfterMs: number | undefined

  constructor({ system, code, reason, retryAfterMs }: PortErrorOptions) {
    super(`${system}: ${code} (${reason})`)
    this.name = 'PortError'
    this.system = system
    this.code = code
    this.reason = reason
    this.retryAfterMs = retryAfterMs
  }

  /** Whether the same call may succeed later without anyone changing it. */
  get retryable(): boolean {
    return this.code === 'unavailable'
  }
}
