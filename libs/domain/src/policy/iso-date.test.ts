import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { addDays, addMonths, daysBetween, partsOf, weekdayOf } from './iso-date.js'

const code = (expected: string) => expect.objectContaining({ code: expected })
const anyDate = fc.integer({ min: 0, max: 22_000 }).map(days => addDays('2000-01-01', days))

describe('local ISO dates', () => {
  it.each([
    ['2027-01-31', 1, '2027-02-28'],
    ['2027-10-31', 4, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2027-11-30', 3, '2028-02-29'],
    ['2027-03-24', 4, '2027-07-24'],
    ['2027-12-15', 1, '2028-01-15'],
  ])('%s and %i months is %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected)
  })

  it('adding days and taking their distance are inverse', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -900, max: 900 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days)
      }),
    )
  })

  it('months keep the day of the month, or end on the last one', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 60 }), (date, months) => {
        const end = addMonths(date, months)
        const kept = partsOf(end).day === partsOf(date).day
        expect(kept || (partsOf(addDays(end, 1)).day === 1 && partsOf(end).day < partsOf(date).day)).toBe(
          true,
        )
        const monthOf = (day: string) => partsOf(day).year * 12 + partsOf(day).month
        expect(monthOf(end)).toBe(monthOf(date) + months)
      }),
    )
  })

  it('knows the day of the week, also before 1970', () => {
    expect(weekdayOf('2027-01-11')).toBe(1)
    expect(weekdayOf('1969-12-31')).toBe(3)
  })

  it.each(['2027-02-30', '2027-13-01', '11-01-2027', '2027-1-1', '2027-01-11T00:00:00Z', ''])(
    'refuses "%s" as a date',
    date => {
      expect(() => addDays(date, 1)).toThrow(code('date-invalid'))
    },
  )
})
