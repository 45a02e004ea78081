import { describe, expect, it } from '@jest/globals'
import { fastForwardBody, isTooFar, untilOf } from './until.js'

const monday = '2027-03-22T09:30:00.000Z'

describe('how far a practice case is played forward', () => {
  it('keeps the time of day in Copenhagen when the clocks change on the way', () => {
    expect(untilOf({ days: 7 }, monday)).toBe('2027-03-29T08:30:00.000Z')
  })

  it('takes a date as the morning of that day', () => {
    expect(untilOf({ until: '2027-01-14' }, monday)).toBe('2027-01-14T07:00:00.000Z')
  })

  it('takes a moment as it is, in UTC', () => {
    expect(untilOf({ until: '2027-04-01T12:00:00+02:00' }, monday)).toBe('2027-04-01T10:00:00.000Z')
  })

  it('goes five years in one request, and no further', () => {
    expect(isTooFar(untilOf({ days: 1830 }, monday), monday)).toBe(false)
    expect(isTooFar(untilOf({ until: '2033-01-01' }, monday), monday)).toBe(true)
  })

  it.each([
    {},
    { days: 0 },
    { days: 1, until: '2027-01-14' },
    { until: 'soon' },
    { until: '0252-05-15' },
    { until: '2844-11-27' },
  ])('refuses %j', body => {
    expect(fastForwardBody.safeParse(body).success).toBe(false)
  })
})
