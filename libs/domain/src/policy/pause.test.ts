import { describe, expect, it } from '@jest/globals'
import { dueDate } from './due-date.js'
import { addDays } from './iso-date.js'
import { atLocalTime } from './local-time.js'
import type { Pause } from './pause.js'
import { ruleAt } from './rule-at.js'
import type { RuleId } from './rule-id.js'
import type { Rule } from './rule.js'

const calendar = { closedDays: [] }
/** Day 0 is Monday 11 January 2027. */
const day = (number: number) => addDays('2027-01-11', number)
const at = (number: number, time = '10:00') => atLocalTime(day(number), time)
const pause = (from: number, to: number): Pause => ({ from: at(from), to: at(to) })
const rule = (id: RuleId): Rule => ruleAt({ id, on: day(0) })

const days = (from: number, pauses: readonly Pause[]) =>
  dueDate({ rule: rule('consent-answer'), from: at(from), calendar, pauses })
const workingDays = (from: number, pauses: readonly Pause[]) =>
  dueDate({ rule: rule('referral-answer'), from: at(from), calendar, pauses })

describe('a paused deadline in days', () => {
  it('moves with its reminder by the days of the pause', () => {
    expect(days(18, [])).toMatchObject({ dueOn: day(32), remindAt: at(25, '08:00') })
    expect(days(18, [pause(24, 34)])).toMatchObject({ dueOn: day(42), remindAt: at(35, '08:00') })
  })

  it('keeps a reminder that was given before the pause', () => {
    expect(days(18, [pause(26, 36)])).toMatchObject({ dueOn: day(42), remindAt: at(25, '08:00') })
  })

  it('keeps the reminder of the morning when the pause begins later that day', () => {
    expect(days(18, [pause(25, 27)])).toMatchObject({ dueOn: day(34), remindAt: at(25, '08:00') })
  })

  it('reminds the next morning when it is resumed later on the day of the reminder', () => {
    const night = { from: at(25, '07:00'), to: at(30, '15:00') }
    expect(days(18, [night])).toMatchObject({ dueOn: day(37), remindAt: at(31, '08:00') })
  })

  it('moves when the pause begins on the day it is due, but not a day later', () => {
    expect(days(18, [pause(32, 40)]).dueOn).toBe(day(40))
    expect(days(18, [pause(33, 40)]).dueOn).toBe(day(32))
  })

  it('counts overlapping pauses once', () => {
    expect(days(18, [pause(22, 28), pause(20, 24), pause(21, 23)])).toEqual(days(18, [pause(20, 28)]))
  })

  it('counts only the part of a pause after the start', () => {
    expect(days(18, [pause(2, 10)]).dueOn).toBe(day(32))
    expect(days(18, [pause(10, 21)]).dueOn).toBe(day(35))
  })

  it('reaches a second pause only because the first moved it there', () => {
    expect(days(18, [pause(36, 38)]).dueOn).toBe(day(32))
    expect(days(18, [pause(24, 30), pause(36, 38)]).dueOn).toBe(day(40))
  })

  it('moves a deadline in months by the same number of days', () => {
    const followUp = dueDate({
      rule: rule('first-follow-up-local'),
      from: at(56),
      calendar,
      pauses: [pause(60, 67)],
    })
    expect(followUp.dueOn).toBe(day(148 + 7))
  })

  it('does not move for a pause that ends where it began', () => {
    expect(days(18, [{ from: at(20), to: at(20) }])).toEqual(days(18, []))
  })
})

describe('a paused deadline in arbejdsdage', () => {
  it('moves by the five arbejdsdage from one Monday to the next', () => {
    const unpaused = workingDays(1, [])
    const paused = workingDays(1, [pause(7, 14)])
    expect([unpaused.dueOn, paused.dueOn]).toEqual([day(15), day(22)])
    expect([unpaused.remindAt, paused.remindAt]).toEqual([at(8, '08:00'), at(15, '08:00')])
  })

  it('does not move for a weekend', () => {
    expect(workingDays(1, [pause(5, 6)]).dueOn).toBe(day(15))
    expect(workingDays(1, [pause(4, 6)]).dueOn).toBe(day(15))
  })

  it('ends on the first arbejdsdag from the resumption when the pause began on its last day', () => {
    expect(workingDays(1, [pause(15, 19)]).dueOn).toBe(day(21))
    expect(workingDays(1, [pause(15, 16)]).dueOn).toBe(day(16))
  })

  it('has no usual reminder when it is resumed after the last arbejdsdag’s morning', () => {
    const triage = dueDate({
      rule: rule('triage-answer'),
      from: at(0),
      calendar,
      pauses: [{ from: at(2, '07:00'), to: at(4, '12:00') }],
    })
    expect(triage).toMatchObject({ dueOn: day(7) })
    expect(triage).not.toHaveProperty('remindAt')
  })
})

describe('pauses and other clocks', () => {
  it('move hours by the time that passed, where a rule in hours can be paused', () => {
    const hourly: Rule = { ...rule('duty-unread'), amount: 4, pausable: true }
    const pauses = [{ from: at(0, '12:00'), to: at(0, '13:30') }]
    const answer = dueDate({ rule: hourly, from: at(0), calendar, pauses })
    expect(answer.dueAt).toBe(at(0, '15:30'))
    const late = dueDate({
      rule: hourly,
      from: at(0),
      calendar,
      pauses: [{ from: at(0, '14:00'), to: at(1) }],
    })
    expect(late.dueAt).toBe(at(0, '14:00'))
  })

  it('never stop a statutory clock, and the explanation says so', () => {
    const investigation = (pauses: readonly Pause[]) =>
      dueDate({ rule: rule('child-investigation'), from: at(72), calendar, pauses })
    expect(investigation([pause(80, 100)])).toMatchObject({ dueAt: investigation([]).dueAt })
    expect(investigation([pause(80, 100)]).explanation.da).toContain('En pause standser ikke denne frist.')
    expect(investigation([pause(200, 210)]).explanation).toEqual(investigation([]).explanation)
  })

  it('are refused when they end before they begin', () => {
    expect(() => days(18, [pause(24, 20)])).toThrow(expect.objectContaining({ code: 'pause-invalid' }))
  })
})
