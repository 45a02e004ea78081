import { afterEach, describe, expect, it, jest } from '@jest/globals'
import { errorOfStatus } from './error-of-status.js'

const error = (status: number, headers: Record<string, string> = {}) =>
  errorOfStatus({ system: 'email', status, headers: new Headers(headers) })

describe('error of a status', () => {
  afterEach(() => {
    jest.useRealTimers()
  })

  it.each([
    [302, 'unavailable'],
    [400, 'refused'],
    [403, 'unavailable'],
    [404, 'not-found'],
    [408, 'unavailable'],
    [409, 'refused'],
    [410, 'stale'],
    [412, 'stale'],
    [422, 'refused'],
    [429, 'unavailable'],
    [451, 'protected'],
    [502, 'unavailable'],
    [504, 'unavailable'],
  ])('%i is %s', (status, code) => {
    expect(error(status)).toMatchObject({ code, reason: `status-${status}`, retryAfterMs: undefined })
  })

  it('reads the wait as seconds or as a date', () => {
    jest.useFakeTimers({ now: Date.parse('2027-01-11T08:00:00Z') })
    expect(error(429, { 'retry-after': '12' }).retryAfterMs).toBe(12_000)
    expect(error(503, { 'retry-after': 'Mon, 11 Jan 2027 08:01:00 GMT' }).retryAfterMs).toBe(60_000)
    expect(error(503, { 'retry-after': 'Mon, 11 Jan 2027 07:00:00 GMT' }).retryAfterMs).toBe(0)
  })

  it('never waits longer than an hour, and ignores what is no time', () => {
    expect(error(503, { 'retry-after': '864000' }).retryAfterMs).toBe(3_600_000)
    expect(error(503, { 'retry-after': 'soon' }).retryAfterMs).toBeUndefined()
  })

  it('has no wait where asking again changes nothing', () => {
    expect(error(409, { 'retry-after': '12' }).retryAfterMs).toBeUndefined()
  })
})
