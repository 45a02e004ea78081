import { ApplicationFailure } from '@temporalio/common'
import { PortError } from '../ports/errors.js'

/**
 * A failed outward call in Temporal's terms: type = the port error's code, details = `[{ system, reason }]`.
 * Only `unavailable` is retried, after the wait the service asked for when it named one. Other errors pass
 * unchanged.
 */
export function toApplicationFailure(error: unknown): unknown {
  if (!(error instanceof PortError)) return error
  const { code, system, reason, retryable, retryAfterMs } = error
  return ApplicationFailure.create({
    message: error.message,
    type: code,
    nonRetryable: !retryable,
    details: [{ system, reason }],
    ...(retryAfterMs === undefined ? {} : { nextRetryDelay: retryAfterMs }),
  })
}
