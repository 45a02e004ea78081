import { describe, expect, it } from '@jest/globals'
import { dueDate } from './due-date.js'
import { atLocalTime } from './local-time.js'
import type { Pause } from './pause.js'
import { ruleAt } from './rule-at.js'
import type { RuleId } from './rule-id.js'

const explained = (
  id: RuleId,
  from: string,
  options: { closedDays?: readonly string[]; pauses?: readonly Pause[] } = {},
) =>
  dueDate({
    rule: ruleAt({ id, on: from }),
    from: atLocalTime(from, '10:00'),
    calendar: { closedDays: options.closedDays ?? [] },
    pauses: options.pauses ?? [],
  }).explanation

describe('the explanation of a deadline', () => {
  it('names the date, the count, the start, the rule and its basis', () => {
    expect(explained('referral-answer', '2027-02-16')).toEqual({
      da: 'Senest tirsdag 2. marts 2027: 10 arbejdsdage fra tirsdag 16. februar 2027 (referral-answer, lokal frist, aftale mellem forvaltningerne).',
      en: 'By Tuesday 2 March 2027: 10 working days from Tuesday 16 February 2027 (referral-answer, local deadline, agreement between the administrations).',
    })
  })

  it('names the paragraph of a statutory deadline and the hour of one in hours', () => {
    expect(explained('notification-acute-assessment', '2027-03-24').da).toBe(
      'Senest torsdag 25. marts 2027 kl. 10.00: 24 timer fra onsdag 24. marts 2027 kl. 10.00, weekend og helligdage tæller med (notification-acute-assessment, Barnets lov § 136).',
    )
    expect(explained('notify-professional', '2027-03-24').en).toBe(
      'At once, Wednesday 24 March 2027 at 10:00 (notify-professional, Barnets lov § 133).',
    )
    expect(explained('absence-contact', '2027-03-24').da).toBe(
      'Senest onsdag 24. marts 2027: samme dag (absence-contact, Fraværsbekendtgørelsen 2020).',
    )
  })

  it('names the holidays and closed days that were skipped', () => {
    expect(explained('notification-receipt', '2027-03-24').da).toBe(
      'Senest lørdag 3. april 2027: 6 hverdage (mandag-lørdag) fra onsdag 24. marts 2027 (notification-receipt, Barnets lov §§ 137-138). Ikke talt med: skærtorsdag 25. marts, langfredag 26. marts, 2. påskedag 29. marts.',
    )
    expect(explained('triage-answer', '2027-06-03', { closedDays: ['2027-06-04'] }).en).toContain(
      'Not counted: closed day 4 June.',
    )
  })

  it('sums up when many days were skipped', () => {
    const closedDays = ['2027-07-13', '2027-07-14', '2027-07-15', '2027-07-16', '2027-07-19']
    expect(explained('triage-answer', '2027-07-12', { closedDays }).da).toContain(
      'Ikke talt med: lukkedag 13. juli, lukkedag 14. juli, lukkedag 15. juli og 2 mere.',
    )
  })

  it('says when a month was too short and when the last day is closed', () => {
    expect(explained('first-follow-up', '2026-11-30').da).toContain(
      'Måneden har ingen 30., så dens sidste dag gælder. Dagen er lukket (søndag), men fristen flyttes ikke.',
    )
    expect(explained('child-plan', '2027-09-25').en).toContain(
      'The day is closed (Christmas Day), but the deadline is not moved.',
    )
    expect(explained('child-plan', '2027-03-04', { closedDays: ['2027-06-04'] }).da).toContain(
      'Dagen er lukket (lukkedag)',
    )
    expect(explained('child-plan', '2027-03-03').da).not.toMatch(/lukket|Måneden/)
  })

  it('names the pauses that moved it, and not the days skipped within them', () => {
    const pauses = [
      { from: atLocalTime('2027-03-24', '12:00'), to: atLocalTime('2027-03-29', '12:00') },
      { from: atLocalTime('2027-06-01', '12:00'), to: atLocalTime('2027-06-02', '12:00') },
    ]
    expect(explained('referral-answer', '2027-03-22', { pauses }).da).toBe(
      'Senest torsdag 8. april 2027: 10 arbejdsdage fra mandag 22. marts 2027 (referral-answer, lokal frist, aftale mellem forvaltningerne). Ikke talt med: pause 24. marts til 29. marts 2027.',
    )
  })
})
