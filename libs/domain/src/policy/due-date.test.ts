import { describe, expect, it } from '@jest/globals'
import { deadline } from './deadline.js'
import { dueDate } from './due-date.js'
import { ruleAt } from './rule-at.js'
import type { RuleId } from './rule-id.js'

const open = { closedDays: [] }
const due = (id: RuleId, from: string, calendar: { closedDays: readonly string[] } = open) =>
  dueDate({ rule: ruleAt({ id, on: from.slice(0, 10) }), from, calendar })

describe('dueDate', () => {
  it('says by which version of which rule, and keeps the start as an instant in UTC', () => {
    const answer = due('referral-answer', '2027-02-16T09:00:00+01:00')
    expect(answer).toMatchObject({
      rule: 'referral-answer',
      ruleVersion: 1,
      from: '2027-02-16T08:00:00.000Z',
    })
    expect(deadline.parse(answer)).toEqual(answer)
  })

  it('lets hours run through the night clocks go forward', () => {
    const answer = due('notification-acute-assessment', '2027-03-27T14:00:00.000Z')
    expect(answer).toMatchObject({ dueAt: '2027-03-28T14:00:00.000Z', dueOn: '2027-03-28' })
    expect(answer.explanation.da).toContain(
      'søndag 28. marts 2027 kl. 16.00: 24 timer fra lørdag 27. marts 2027 kl. 15.00',
    )
  })

  it('lets hours run through the night clocks go back', () => {
    expect(due('breach-report', '2027-10-29T22:30:00.000Z')).toMatchObject({
      dueAt: '2027-11-01T22:30:00.000Z',
      dueOn: '2027-11-01',
    })
  })

  it('is due at once where the law says at once, and the same day where it says so', () => {
    expect(due('notify-professional', '2027-03-24T14:40:00.000Z').dueAt).toBe('2027-03-24T14:40:00.000Z')
    expect(due('absence-contact', '2027-03-24T14:40:00.000Z').dueAt).toBe('2027-03-24T22:59:59.999Z')
  })

  it('counts days from the day after, by the date in Copenhagen', () => {
    expect(due('consent-answer', '2027-01-11T22:59:59.999Z').dueOn).toBe('2027-01-25')
    expect(due('consent-answer', '2027-01-11T23:00:00.000Z').dueOn).toBe('2027-01-26')
  })

  it('ends a day-deadline on the day of a clock change at that day’s end', () => {
    expect(due('consent-answer', '2027-03-14T10:00:00.000Z').dueAt).toBe('2027-03-28T21:59:59.999Z')
    expect(due('consent-answer', '2027-10-17T10:00:00.000Z').dueAt).toBe('2027-10-31T22:59:59.999Z')
  })

  it('skips holidays, weekends and the municipality’s closed days for arbejdsdage', () => {
    const calendar = { closedDays: ['2027-12-24', '2027-12-31'] }
    expect(due('triage-answer', '2027-12-23T10:00:00.000Z').dueOn).toBe('2027-12-28')
    expect(due('triage-answer', '2027-12-23T10:00:00.000Z', calendar).dueOn).toBe('2027-12-29')
  })

  it('counts Saturdays and the municipality’s closed days as hverdage', () => {
    const calendar = { closedDays: ['2027-06-07'] }
    expect(due('notification-receipt', '2027-06-04T10:00:00.000Z', calendar).dueOn).toBe('2027-06-11')
  })

  it('counts weeks as seven days and years as twelve months', () => {
    expect(due('early-measure', '2027-01-11T10:00:00.000Z').dueOn).toBe('2027-04-05')
    expect(due('consent-health', '2028-02-29T10:00:00.000Z').dueOn).toBe('2029-02-28')
  })

  it('clamps months to the month’s end and stays on a closed day', () => {
    const answer = due('child-investigation', '2027-10-31T10:00:00.000Z')
    expect(answer.dueOn).toBe('2028-02-29')
    const closed = due('child-plan', '2027-03-17T10:00:00.000Z')
    expect(closed.dueOn).toBe('2027-06-17')
    expect(due('child-plan', '2027-09-25T10:00:00.000Z').dueOn).toBe('2027-12-25')
  })

  it('refuses a rule that sets no time', () => {
    for (const id of ['party-age', 'journal', 'open-counselling', 'agreed-date'] as const) {
      expect(() => due(id, '2027-01-11T10:00:00.000Z')).toThrow(
        expect.objectContaining({ code: 'rule-without-term' }),
      )
    }
  })
})
