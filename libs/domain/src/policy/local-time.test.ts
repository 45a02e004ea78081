import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { addDays } from './iso-date.js'
import { atLocalTime, endOfLocalDay, localDate, localTime } from './local-time.js'

const code = (expected: string) => expect.objectContaining({ code: expected })

describe('local time in Copenhagen', () => {
  it.each([
    ['in winter', '2027-01-14', '2027-01-14T22:59:59.999Z'],
    ['the day before clocks go forward', '2027-03-27', '2027-03-27T22:59:59.999Z'],
    ['the day clocks go forward', '2027-03-28', '2027-03-28T21:59:59.999Z'],
    ['in summer', '2027-07-01', '2027-07-01T21:59:59.999Z'],
    ['the day before clocks go back', '2027-10-30', '2027-10-30T21:59:59.999Z'],
    ['the day clocks go back', '2027-10-31', '2027-10-31T22:59:59.999Z'],
  ])('a day ends at its own midnight %s', (_, date, end) => {
    expect(endOfLocalDay(date)).toBe(end)
  })

  it.each([
    ['2027-01-14T23:00:00.000Z', '2027-01-15', '00:00'],
    ['2027-07-14T21:59:59.999Z', '2027-07-14', '23:59'],
    ['2027-03-28T01:00:00.000Z', '2027-03-28', '03:00'],
    ['2027-10-31T01:30:00.000Z', '2027-10-31', '02:30'],
    ['2027-01-15T00:30:00+01:00', '2027-01-15', '00:30'],
  ])('%s is %s %s', (instant, date, time) => {
    expect([localDate(instant), localTime(instant)]).toEqual([date, time])
  })

  it('reads a time that clocks skip as the same distance after the skip', () => {
    expect(atLocalTime('2027-03-28', '02:30')).toBe('2027-03-28T01:30:00.000Z')
  })

  it('reads a time that comes twice as its first coming', () => {
    expect(atLocalTime('2027-10-31', '02:30')).toBe('2027-10-31T00:30:00.000Z')
  })

  it('reads the hours around both changes as the clock shows them', () => {
    expect(atLocalTime('2027-03-28', '01:59')).toBe('2027-03-28T00:59:00.000Z')
    expect(atLocalTime('2027-03-28', '03:00')).toBe('2027-03-28T01:00:00.000Z')
    expect(atLocalTime('2027-10-31', '01:59')).toBe('2027-10-30T23:59:00.000Z')
    expect(atLocalTime('2027-10-31', '03:00')).toBe('2027-10-31T02:00:00.000Z')
  })

  it('shows the time it was given on every day, outside the night of a change', () => {
    const day = fc.integer({ min: 0, max: 15_000 }).map(days => addDays('2020-01-01', days))
    const hour = fc.integer({ min: 3, max: 23 }).map(hours => String(hours).padStart(2, '0'))
    const minute = fc.integer({ min: 0, max: 59 }).map(minutes => String(minutes).padStart(2, '0'))
    fc.assert(
      fc.property(day, hour, minute, (date, hours, minutes) => {
        const instant = atLocalTime(date, `${hours}:${minutes}`)
        expect([localDate(instant), localTime(instant)]).toEqual([date, `${hours}:${minutes}`])
      }),
    )
  })

  it('ends each day one millisecond before the next begins', () => {
    const day = fc.integer({ min: 0, max: 15_000 }).map(days => addDays('2020-01-01', days))
    fc.assert(
      fc.property(day, date => {
        const end = endOfLocalDay(date)
        const next = new Date(Date.parse(end) + 1).toISOString()
        expect([localDate(end), localDate(next)]).toEqual([date, addDays(date, 1)])
      }),
    )
  })

  it.each(['2027-01-14', '2027-01-14T08:00:00', 'tomorrow', ''])('refuses "%s" as an instant', instant => {
    expect(() => localDate(instant)).toThrow(code('instant-invalid'))
  })

  it.each(['8:00', '24:00', '08:60', ''])('refuses "%s" as a time', time => {
    expect(() => atLocalTime('2027-01-14', time)).toThrow(code('time-invalid'))
  })
})
