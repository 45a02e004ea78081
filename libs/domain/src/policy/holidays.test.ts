import { describe, expect, it } from '@jest/globals'
import Holidays from 'date-holidays'
import { danishHolidays, holidayOn } from './holidays.js'

describe('danishHolidays', () => {
  const oracle = new Holidays('DK')
  const years = Array.from({ length: 61 }, (_, index) => 2000 + index)

  it.each(years)('agrees with an independent calendar on the public holidays of %i', year => {
    // 5 June, 24 and 31 December are closed days that a municipality sets itself; the oracle calls them observances.
    const expected = oracle.getHolidays(year).filter(({ type }) => type === 'public')
    expect(danishHolidays(year).map(({ date }) => date)).toEqual(
      expected.map(({ date }) => date.slice(0, 10)),
    )
  })

  it('counts store bededag for the last time in 2023', () => {
    expect(holidayOn('2023-05-05')?.name.da).toBe('store bededag')
    expect(holidayOn('2024-04-26')).toBeUndefined()
  })

  it('leaves Constitution Day, Christmas Eve and New Year’s Eve to the municipality', () => {
    expect(['2027-06-05', '2027-12-24', '2027-12-31'].map(holidayOn)).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
})
