import { describe, expect, it } from '@jest/globals'
import { arbejdsdagBefore, isArbejdsdag, isHverdag } from './calendar.js'

const calendar = { closedDays: ['2027-12-24'] }

describe('arbejdsdage and hverdage', () => {
  it.each([
    ['a Friday', '2027-01-15', true, true],
    ['a Saturday', '2027-01-16', false, true],
    ['a Sunday', '2027-01-17', false, false],
    ['Maundy Thursday', '2027-03-25', false, false],
    ['a day the municipality is closed', '2027-12-24', false, true],
    ['Christmas Day on a Saturday', '2027-12-25', false, false],
    ['the Friday that was store bededag', '2027-04-23', true, true],
  ])('%s (%s): arbejdsdag %s, hverdag %s', (_, date, arbejdsdag, hverdag) => {
    expect(isArbejdsdag(date, calendar)).toBe(arbejdsdag)
    expect(isHverdag(date)).toBe(hverdag)
  })

  it('finds the last open day before Easter Tuesday', () => {
    expect(arbejdsdagBefore('2027-03-30', calendar)).toBe('2027-03-24')
  })
})
