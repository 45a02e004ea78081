import { describe, expect, it } from '@jest/globals'
import { beginOf, endOf, monthsOf, quarterAfter, quarterOf, quartersDue } from './quarter.js'

const calendar = { closedDays: ['2026-12-15'] }

describe('a quarter', () => {
  it('has its first and last day, its months, and the one after it', () => {
    expect(quarterOf('2027-06-30')).toBe('2027-Q2')
    expect([beginOf('2027-Q2'), endOf('2027-Q2')]).toEqual(['2027-04-01', '2027-06-30'])
    expect(monthsOf('2028-Q1').map(({ to }) => to)).toEqual(['2028-01-31', '2028-02-29', '2028-03-31'])
    expect(quarterAfter('2027-Q4')).toBe('2028-Q1')
  })

  it.each([
    ['2026-11-24', ['2026-Q4']],
    ['2026-12-15', ['2026-Q4']],
    ['2026-12-16', ['2026-Q4', '2027-Q1']],
    ['2027-01-01', ['2027-Q1']],
    // 15 May 2027 is no month before a quarter; 15 August neither.
    ['2027-05-17', ['2027-Q2']],
    // 15 September 2029 is a Saturday.
    ['2029-09-15', ['2029-Q3']],
    ['2029-09-17', ['2029-Q3', '2029-Q4']],
  ])('is prepared from the first arbejdsdag on or after the 15th before it: %s', (on, due) => {
    expect(quartersDue(on, calendar)).toEqual(due)
  })
})
