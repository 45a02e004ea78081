import { describe, expect, it } from '@jest/globals'
import { deadlineOn } from './agreed-date.js'
import { dueDate } from './due-date.js'
import { addDays, daysBetween } from './iso-date.js'
import { atLocalTime, localDate } from './local-time.js'
import { ruleAt } from './rule-at.js'
import type { RuleId } from './rule-id.js'

const calendar = { closedDays: [] }
const dayZero = '2027-01-11'
const at = (day: number, time = '10:00') => atLocalTime(addDays(dayZero, day), time)
const numberOf = (date: string) => daysBetween(dayZero, date)
const deadlineFrom = (id: RuleId, day: number) =>
  dueDate({ rule: ruleAt({ id, on: addDays(dayZero, day) }), from: at(day), calendar })

describe('the acceptance cases, counted from Monday 11 January 2027', () => {
  it.each<[story: string, id: RuleId, from: number, due: number]>([
    ['Raven: the concern is triaged', 'triage-answer', 0, 3],
    ['Raven: the raiser is answered', 'raiser-reply', 2, 9],
    ['Bille: the first session is held', 'counselling-start', 1, 15],
    ['Bille: both parents answer', 'consent-answer', 31, 45],
    ['Bille: the family group answers', 'referral-answer', 36, 50],
    ['Bille: the family group meets the family', 'first-meeting', 42, 56],
    ['Bille: the raiser hears back after the meeting', 'raiser-reply', 50, 57],
    ['Bille: the course is followed up', 'first-follow-up-local', 56, 148],
    ['Liv: the parents answer', 'consent-answer', 15, 29],
    ['Liv: the oral consent is written or lapses', 'oral-consent', 15, 29],
    ['Liv: the open house is followed up', 'first-follow-up-local', 51, 143],
    ['Noor: the receipt is sent, Easter between', 'notification-receipt', 72, 82],
    ['Noor: the investigation is finished', 'child-investigation', 72, 194],
    ['Storm: the family group answers', 'referral-answer', 15, 29],
    ['Storm: both raisers are answered', 'raiser-reply', 21, 28],
    ['Storm: the social worker decides after the decline', 'declined-decide', 22, 29],
    ['Elliot: the case is reassigned', 'conflict-reassign', 1, 2],
    ['Elliot: the first session is held', 'counselling-start', 3, 17],
    ['Elliot: the parents answer', 'consent-answer', 18, 32],
    ['Sami: the family group answers', 'referral-answer', 10, 24],
  ])('%s: %s from D%i is due D%i', (_, id, from, due) => {
    const { dueOn, explanation } = deadlineFrom(id, from)
    expect(numberOf(dueOn)).toBe(due)
    expect(explanation.da).toMatch(/^Senest /)
  })

  it.each<[story: string, id: RuleId, from: number, reminded: number]>([
    ['Bille: the parents', 'consent-answer', 31, 38],
    ['Bille: the family group', 'referral-answer', 36, 43],
    ['Liv: the father', 'consent-answer', 15, 22],
    ['Elliot: the parents', 'consent-answer', 18, 25],
  ])('%s are reminded: %s from D%i on D%i', (_, id, from, reminded) => {
    expect(numberOf(localDate(deadlineFrom(id, from).remindAt ?? ''))).toBe(reminded)
  })

  it('Noor: danger is assessed 24 hours later, to the minute, although it is Maundy Thursday', () => {
    const rule = ruleAt({ id: 'notification-acute-assessment', on: addDays(dayZero, 72) })
    const { dueAt, dueOn } = dueDate({ rule, from: at(72, '15:40'), calendar })
    expect(dueAt).toBe(at(73, '15:40'))
    expect(numberOf(dueOn)).toBe(73)
  })

  it('Noor: the duty to notify is due at once', () => {
    expect(deadlineFrom('notify-professional', 72).dueAt).toBe(at(72))
  })

  it('Elliot: a stay in hospital from D24 to D34 moves the answer to D42 and the reminder to D35', () => {
    const rule = ruleAt({ id: 'consent-answer', on: addDays(dayZero, 18) })
    const answer = dueDate({ rule, from: at(18), calendar, pauses: [{ from: at(24), to: at(34) }] })
    expect(numberOf(answer.dueOn)).toBe(42)
    expect(answer.remindAt).toBe(at(35, '08:00'))
  })

  it('Raven: the review agreed on D9 is due D39', () => {
    const review = { da: 'opfølgning på sparring', en: 'review of advice' }
    const { dueAt } = deadlineOn({ on: addDays(dayZero, 39), from: at(9), reason: review, calendar })
    expect(dueAt).toBe(at(39, '23:59').replace('00.000Z', '59.999Z'))
  })
})
