import { describe, expect, it } from '@jest/globals'
import { absenceIn, type NotedAbsence } from './quarter-absence.js'
import { schoolDaysIn } from './school-days.js'
import { absenceInDanish } from './told-absence.js'

const calendar = {
  closedDays: [],
  closingWeeks: [
    { from: '2027-02-15', to: '2027-02-21', kinds: ['school'] },
    { from: '2027-03-01', to: '2027-03-07', kinds: ['nursery'] },
  ],
}
const quarter = '2027-Q1'
const schoolDays = schoolDaysIn(quarter, calendar)
const whole = (on: string, kind: NotedAbsence['kind']): NotedAbsence => ({ on, kind, part: 'day' })
const last = (on: string, kind: NotedAbsence['kind']): NotedAbsence => ({ on, kind, part: 'lastLesson' })
const unlawful = (n: number) => schoolDays.slice(0, n).map(day => whole(day, 'unlawful'))
const counted = (noted: readonly NotedAbsence[]) => absenceIn({ quarter, noted, schoolDays })

describe('the school days of a quarter', () => {
  it('are weekdays, less holidays and the weeks in which schools are closed', () => {
    // 64 weekdays; New Year's Day, Maundy Thursday, Good Friday and Easter Monday; five days in February.
    expect(schoolDays).toHaveLength(55)
    expect(schoolDays).toContain('2027-03-01')
    expect(schoolDays).not.toContain('2027-02-15')
  })
})

describe('the absence of a quarter', () => {
  it('counts a day once: half a day for the last lesson alone, and the mildest of what schools say', () => {
    const noted = [
      whole('2027-01-11', 'unlawful'),
      last('2027-01-11', 'unlawful'),
      last('2027-01-12', 'unlawful'),
      whole('2027-01-13', 'unlawful'),
      whole('2027-01-13', 'sick'),
      whole('2027-01-14', 'permitted'),
    ]
    expect(counted(noted)).toEqual({
      quarter,
      from: '2027-01-11',
      to: '2027-01-14',
      sick: 1,
      permitted: 1,
      unlawful: 1.5,
      schoolDays: 55,
      threshold: 'none',
    })
  })

  it('leaves out days without school', () => {
    expect(counted([whole('2027-01-10', 'unlawful'), whole('2027-02-16', 'sick')])).toMatchObject({
      from: null,
      sick: 0,
      unlawful: 0,
    })
  })

  it.each([
    [5, 'none'],
    [6, 'warning'],
    [8, 'warning'],
    [9, 'notify'],
  ])('with %d unlawful days of 55 reaches %s', (n, threshold) => {
    expect(counted(unlawful(n)).threshold).toBe(threshold)
  })

  it('reaches a threshold at the very percentage', () => {
    const [twenty, two, three] = [schoolDays.slice(0, 20), unlawful(2), unlawful(3)]
    expect(absenceIn({ quarter, noted: two, schoolDays: twenty }).threshold).toBe('warning')
    expect(absenceIn({ quarter, noted: three, schoolDays: twenty }).threshold).toBe('notify')
  })

  it('reads as a caseworker would write it, with what is to be done', () => {
    expect(absenceInDanish(counted([...unlawful(6), last('2027-02-01', 'sick')]))).toBe(
      '1. kvartal 2027: 6 dages ulovligt fravær (10,9 % af 55 skoledage), 0 dages lovligt fravær og 0,5 dages sygdom. ' +
        'Forældrene skal advares: mindst 10 % er ulovligt.',
    )
    expect(absenceInDanish(counted([whole('2027-02-01', 'unlawful')]))).toBe(
      '1. kvartal 2027: 1 dags ulovligt fravær (1,8 % af 55 skoledage), 0 dages lovligt fravær og 0 dages sygdom.',
    )
  })
})
