import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { isArbejdsdag, isHverdag, type Calendar } from './calendar.js'
import { longDate } from './date-text.js'
import { deadline } from './deadline.js'
import { dueDate } from './due-date.js'
import { addDays, daysBetween } from './iso-date.js'
import { atLocalTime, endOfLocalDay, instantOf, localDate, localTime } from './local-time.js'
import type { Pause } from './pause.js'
import { ruleAt } from './rule-at.js'
import type { Rule, TermUnit } from './rule.js'
import { countedDays } from './term.js'

const first = Date.parse('2024-01-02T00:00:00Z')
const hour = 3_600_000
const anyMoment = fc
  .integer({ min: 0, max: 15 * 365 * 24 * 60 })
  .map(minutes => instantOf(first + minutes * 60_000))
const anyDate = fc.integer({ min: 0, max: 15 * 365 }).map(days => addDays('2024-01-02', days))
const anyCalendar = fc.array(anyDate, { maxLength: 8 }).map((closedDays): Calendar => ({ closedDays }))
const amount = fc.integer({ min: 1, max: 30 })
const dayUnit = fc.constantFrom<TermUnit>('days', 'weeks', 'months', 'years', 'arbejdsdage', 'hverdage')
const plainUnit = fc.constantFrom<TermUnit>('days', 'weeks', 'months', 'years')
const anyUnit = fc.oneof(dayUnit, fc.constantFrom<TermUnit>('minutes', 'hours'))

const pausable = ruleAt({ id: 'next-step', on: '2027-01-11' })
const ruleOf = (length: number, unit: TermUnit): Rule => ({ ...pausable, amount: length, unit })

/** Pauses relative to a start, some before it, some overlapping, some long after. */
const pausesFrom = (from: string): fc.Arbitrary<Pause[]> =>
  fc.array(
    fc
      .tuple(fc.integer({ min: -300, max: 900 }), fc.integer({ min: 0, max: 600 }))
      .map(([begin, length]) => ({
        from: instantOf(Date.parse(from) + begin * hour),
        to: instantOf(Date.parse(from) + (begin + length) * hour),
      })),
    { maxLength: 4 },
  )
const paused = anyMoment.chain(from => fc.tuple(fc.constant(from), pausesFrom(from)))

describe('every deadline', () => {
  it('is never earlier for a later start', () => {
    fc.assert(
      fc.property(
        anyMoment,
        fc.nat(60_000),
        amount,
        anyUnit,
        anyCalendar,
        (from, later, length, unit, calendar) => {
          const rule = ruleOf(length, unit)
          const after = instantOf(Date.parse(from) + later * 60_000)
          const early = dueDate({ rule, from, calendar }).dueAt
          expect(dueDate({ rule, from: after, calendar }).dueAt >= early).toBe(true)
        },
      ),
    )
  })

  // Not for months: 28 to 31 January all end on 28 February, so their days within a pause differ and their ends do not.
  it('is never earlier for a later start with the same pauses, in all units of even length', () => {
    const even = fc.constantFrom<TermUnit>('minutes', 'hours', 'days', 'weeks', 'arbejdsdage', 'hverdage')
    fc.assert(
      fc.property(
        paused,
        fc.nat(60_000),
        amount,
        even,
        anyCalendar,
        ([from, pauses], later, length, unit, calendar) => {
          const rule = ruleOf(length, unit)
          const after = instantOf(Date.parse(from) + later * 60_000)
          const early = dueDate({ rule, from, calendar, pauses }).dueAt
          expect(dueDate({ rule, from: after, calendar, pauses }).dueAt >= early).toBe(true)
        },
      ),
    )
  })

  it('is later for a larger amount, and never earlier with the same pauses', () => {
    fc.assert(
      fc.property(paused, amount, anyUnit, anyCalendar, ([from, pauses], length, unit, calendar) => {
        const [shorter, longer] = [ruleOf(length, unit), ruleOf(length + 1, unit)]
        const due = (rule: Rule) => dueDate({ rule, from, calendar }).dueAt
        const duePaused = (rule: Rule) => dueDate({ rule, from, calendar, pauses }).dueAt
        expect(due(longer) > due(shorter)).toBe(true)
        expect(duePaused(longer) >= duePaused(shorter)).toBe(true)
      }),
    )
  })

  it('in arbejdsdage or hverdage never ends on another kind of day, paused or not', () => {
    fc.assert(
      fc.property(paused, amount, anyCalendar, ([from, pauses], length, calendar) => {
        const arbejdsdage = dueDate({ rule: ruleOf(length, 'arbejdsdage'), from, calendar, pauses })
        const hverdage = dueDate({ rule: ruleOf(length, 'hverdage'), from, calendar, pauses })
        expect(isArbejdsdag(arbejdsdage.dueOn, calendar)).toBe(true)
        expect(isHverdag(hverdage.dueOn)).toBe(true)
      }),
    )
  })

  it('in arbejdsdage or hverdage has exactly as many such days as its amount', () => {
    fc.assert(
      fc.property(anyMoment, amount, anyCalendar, (from, length, calendar) => {
        for (const unit of ['arbejdsdage', 'hverdage'] as const) {
          const { dueOn } = dueDate({ rule: ruleOf(length, unit), from, calendar })
          expect(countedDays({ after: localDate(from), to: dueOn }, unit, calendar)).toBe(length)
        }
      }),
    )
  })

  it('in days ends with its local day', () => {
    fc.assert(
      fc.property(paused, amount, dayUnit, anyCalendar, ([from, pauses], length, unit, calendar) => {
        const { dueAt, dueOn } = dueDate({ rule: ruleOf(length, unit), from, calendar, pauses })
        expect(dueAt).toBe(endOfLocalDay(dueOn))
        expect(localDate(dueAt)).toBe(dueOn)
      }),
    )
  })

  it('has its reminder at eight, after the start and before the deadline', () => {
    fc.assert(
      fc.property(paused, amount, dayUnit, anyCalendar, ([from, pauses], length, unit, calendar) => {
        const own: Rule = { ...ruleOf(length + 1, unit), reminderAfter: { amount: length, unit } }
        for (const rule of [ruleOf(length, unit), own]) {
          const { remindAt, dueAt } = dueDate({ rule, from, calendar, pauses })
          if (remindAt === undefined) continue
          expect(localTime(remindAt)).toBe('08:00')
          expect(remindAt > from && remindAt < dueAt).toBe(true)
        }
      }),
    )
  })

  it('is explained with its date in both languages, briefly, and has the shape of a deadline', () => {
    fc.assert(
      fc.property(paused, amount, anyUnit, anyCalendar, ([from, pauses], length, unit, calendar) => {
        const answer = dueDate({ rule: ruleOf(length, unit), from, calendar, pauses })
        expect(answer.explanation.da).toContain(longDate(answer.dueOn, 'da'))
        expect(answer.explanation.en).toContain(longDate(answer.dueOn, 'en'))
        expect(answer.explanation.da.length).toBeLessThanOrEqual(400)
        expect(answer.explanation.en.length).toBeLessThanOrEqual(400)
        expect(deadline.parse(answer)).toEqual(answer)
      }),
    )
  })
})

describe('a pause within the term', () => {
  const within = anyMoment.chain(from =>
    fc.tuple(
      fc.constant(from),
      fc.integer({ min: 0, max: 5 }).map(days => addDays(localDate(from), 1 + days)),
      fc.integer({ min: 0, max: 60 }),
    ),
  )
  const noon = (date: string) => atLocalTime(date, '12:00')

  it('moves days, weeks, months and years by exactly its days', () => {
    fc.assert(
      fc.property(within, plainUnit, anyCalendar, ([from, begin, length], unit, calendar) => {
        const rule = ruleOf(10, unit)
        const pauses = [{ from: noon(begin), to: noon(addDays(begin, length)) }]
        const before = dueDate({ rule, from, calendar }).dueOn
        expect(daysBetween(before, dueDate({ rule, from, calendar, pauses }).dueOn)).toBe(length)
      }),
    )
  })

  it('moves arbejdsdage and hverdage by exactly those within it', () => {
    fc.assert(
      fc.property(within, anyCalendar, ([from, begin, length], calendar) => {
        for (const unit of ['arbejdsdage', 'hverdage'] as const) {
          const rule = ruleOf(10, unit)
          const end = addDays(begin, length)
          const before = dueDate({ rule, from, calendar }).dueOn
          const { dueOn } = dueDate({ rule, from, calendar, pauses: [{ from: noon(begin), to: noon(end) }] })
          expect(countedDays({ after: before, to: dueOn }, unit, calendar)).toBe(
            countedDays({ after: begin, to: end }, unit, calendar),
          )
        }
      }),
    )
  })

  it('moves hours by exactly its length', () => {
    fc.assert(
      fc.property(
        anyMoment,
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 0, max: 500 }),
        (from, begin, length) => {
          const rule = ruleOf(10, 'hours')
          const start = Date.parse(from) + begin * hour
          const pauses = [{ from: instantOf(start), to: instantOf(start + length * hour) }]
          const { dueAt } = dueDate({ rule, from, calendar: { closedDays: [] }, pauses })
          expect(Date.parse(dueAt) - Date.parse(from)).toBe((10 + length) * hour)
        },
      ),
    )
  })
})
