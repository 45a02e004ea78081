import { NexusOperationFailure } from '@temporalio/common'
import { patched } from '@temporalio/workflow'
import { HandlerError } from 'nexus-rpc'

/**
 * Calls an operation in the newest version of its contract that the receiver serves. Receivers are released first; one
 * that lags behind gets the version before, when that can say the same. A call that a running case has made already
 * keeps its version.
 *
 * @param call.newest the call in version 2
 * @param call.before the same in version 1; `null` when that cannot say it, and then the receiver has to be brought up
 * to date first
 */
export async function inNewestVersion<T>(call: {
  newest: () => Promise<T>
  before: (() => Promise<T>) | null
}): Promise<T> {
  const { newest, before } = call
  if (before !== null && !patched('contracts-v2')) return before()
  try {
    return await newest()
  } catch (error) {
    if (before === null || !isUnknownThere(error)) throw error
    return before()
  }
}

/** Whether the receiver serves no such service. */
export const isUnknownThere = (error: unknown): boolean =>
  error instanceof NexusOperationFailure &&
  error.cause instanceof HandlerError &&
  error.cause.type === 'NOT_FOUND'
