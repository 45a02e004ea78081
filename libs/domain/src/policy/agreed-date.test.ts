import { describe, expect, it } from '@jest/globals'
import { deadlineOn } from './agreed-date.js'
import { deadline } from './deadline.js'

const reason = { da: 'opfølgning på sparring', en: 'review of advice' }
const from = '2027-01-20T09:00:00.000Z'
const agreed = (on: string, closedDays: readonly string[] = []) =>
  deadlineOn({ on, from, reason, calendar: { closedDays } })

describe('a date that people agreed', () => {
  it('ends with that day, is reminded on the last open day before, and says why', () => {
    const review = agreed('2027-02-19')
    expect(review).toEqual({
      rule: 'agreed-date',
      ruleVersion: 1,
      from,
      dueAt: '2027-02-19T22:59:59.999Z',
      dueOn: '2027-02-19',
      remindAt: '2027-02-18T07:00:00.000Z',
      explanation: {
        da: 'Aftalt til fredag 19. februar 2027: opfølgning på sparring (agreed-date, aftalt dato).',
        en: 'Agreed for Friday 19 February 2027: review of advice (agreed-date, agreed date).',
      },
    })
    expect(deadline.parse(review)).toEqual(review)
  })

  it('may be the same day, without a reminder, and may lie on a closed day', () => {
    expect(agreed('2027-01-20')).not.toHaveProperty('remindAt')
    expect(agreed('2027-02-20').explanation.da).toContain(
      'Dagen er lukket (lørdag), men fristen flyttes ikke.',
    )
  })

  it('cannot lie in the past', () => {
    expect(() => agreed('2027-01-19')).toThrow(expect.objectContaining({ code: 'agreed-date-passed' }))
  })
})
