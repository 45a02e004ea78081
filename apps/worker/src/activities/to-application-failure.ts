import { ApplicationFailure } from '@temporalio/common'
import { PortError } from '../ports/errors.js'

/**
 * What follows when a system says no. `askAgain` is for what operations have to mend, where nobody in the case could do
 * anything else: it is asked until it says yes, and the case is seen to wait meanwhile.
 */
type AfterRefusal = 'giveUp' | 'askAgain'

/**
 * A failed outward call in Temporal's terms: type = the port error's code, details = `[{ system, reason }]`.
 * Only `unavailable` is retried unless said otherwise, after the wait the service asked for when it named one. Other
 * errors pass unchanged.
 */
export function toApplicationFailure(error: unknown, afterRefusal: AfterRefusal = 'giveUp'): unknown {
  if (!(error instanceof PortError)) return error
  const { code, system, reason, retryable, retryAfterMs } = error
  return ApplicationFailure.create({
    message: error.message,
    type: code,
    nonRetryable: !retryable && afterRefusal === 'giveUp',
    details: [{ system, reason }],
    ...(retryAfterMs === undefined ? {} : { nextRetryDelay: retryAfterMs }),
  })
}

/** Makes an outward call; what fails says so in Temporal's terms. */
export async function orFailure<T>(call: () => Promise<T>, afterRefusal?: AfterRefusal): Promise<T> {
  try {
    return await call()
  } catch (error) {
    throw toApplicationFailure(error, afterRefusal)
  }
}
