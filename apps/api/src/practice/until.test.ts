import { describe, expect, it } from '@jest/globals'
import { fastForwardBody, untilOf } from './until.js'

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

  it.each([{}, { days: 0 }, { days: 1, until: '2027-01-14' }, { until: 'soon' }])('refuses %j', body => {
    expect(fastForwardBody.safeParse(body).success).toBe(false)
  })
})
