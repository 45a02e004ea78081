import { ApplicationFailure } from '@temporalio/common'
import { describe, expect, it } from '@jest/globals'
import { PortError, portErrorCodes } from '../ports/errors.js'
import { toApplicationFailure } from './to-application-failure.js'

describe('application failure of a port error', () => {
  it.each(portErrorCodes)('%s is the type, and only an outage is retried', code => {
    const failure = toApplicationFailure(new PortError({ system: 'email', code, reason: 'status-409' }))
    expect(failure).toBeInstanceOf(ApplicationFailure)
    expect(failure).toMatchObject({
      type: code,
      nonRetryable: code !== 'unavailable',
      message: `email: ${code} (status-409)`,
      details: [{ system: 'email', reason: 'status-409' }],
    })
  })

  it('waits as long as the service asked for', () => {
    const error = new PortError({
      system: 'email',
      code: 'unavailable',
      reason: 'status-429',
      retryAfterMs: 30_000,
    })
    expect(toApplicationFailure(error)).toMatchObject({ nextRetryDelay: 30_000, nonRetryable: false })
  })

  it.each(portErrorCodes)('%s is asked again where operations have to mend what is refused', code => {
    const error = new PortError({ system: 'caseIndex', code, reason: 'status-400' })
    expect(toApplicationFailure(error, 'askAgain')).toMatchObject({ type: code, nonRetryable: false })
  })

  it('lets other errors pass', () => {
    const error = new TypeError('a fault of ours')
    expect(toApplicationFailure(error)).toBe(error)
  })
})
