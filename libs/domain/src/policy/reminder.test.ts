import { describe, expect, it } from '@jest/globals'
import { dueDate } from './due-date.js'
import { ruleAt } from './rule-at.js'
import type { RuleId } from './rule-id.js'

const calendar = { closedDays: ['2027-06-04'] }
const remindAt = (id: RuleId, from: string) =>
  dueDate({ rule: ruleAt({ id, on: from.slice(0, 10) }), from, calendar }).remindAt

describe('reminders', () => {
  it('come at eight in the morning of the day the rule names, in winter and in summer', () => {
    expect(remindAt('consent-answer', '2027-01-11T22:00:00.000Z')).toBe('2027-01-18T07:00:00.000Z')
    expect(remindAt('consent-answer', '2027-07-12T10:00:00.000Z')).toBe('2027-07-19T06:00:00.000Z')
    expect(remindAt('referral-answer', '2027-03-22T10:00:00.000Z')).toBe('2027-04-01T06:00:00.000Z')
  })

  it('come at eight on the days clocks change', () => {
    expect(remindAt('consent-answer', '2027-03-21T10:00:00.000Z')).toBe('2027-03-28T06:00:00.000Z')
    expect(remindAt('consent-answer', '2027-10-24T10:00:00.000Z')).toBe('2027-10-31T07:00:00.000Z')
  })

  it('come on the last open day before the deadline where the rule names none', () => {
    expect(remindAt('triage-answer', '2027-01-11T10:00:00.000Z')).toBe('2027-01-13T07:00:00.000Z')
    // Due Monday 7 June: the Friday before is closed.
    expect(remindAt('first-meeting', '2027-05-24T10:00:00.000Z')).toBe('2027-06-03T06:00:00.000Z')
  })

  it('are left out of deadlines too short to need one', () => {
    expect(remindAt('conflict-reassign', '2027-01-11T10:00:00.000Z')).toBeUndefined()
    expect(remindAt('notification-acute-assessment', '2027-01-11T10:00:00.000Z')).toBeUndefined()
    expect(remindAt('absence-contact', '2027-01-11T10:00:00.000Z')).toBeUndefined()
  })

  it('are left out when no open day lies between the start and the deadline', () => {
    // Wednesday before Easter, one arbejdsdag: due Tuesday, six days later, with nothing open between.
    expect(remindAt('conflict-reassign', '2027-03-24T10:00:00.000Z')).toBeUndefined()
  })
})
