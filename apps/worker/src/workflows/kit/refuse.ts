import { ApplicationFailure } from '@temporalio/workflow'

/**
 * Refuses a command with a stable code. Thrown from an update's validator, it leaves no trace in the history;
 * the details name the field, never its content.
 */
export function refuse(code: string, details: { field?: string } = {}): never {
  throw ApplicationFailure.create({ message: code, type: code, nonRetryable: true, details: [details] })
}
