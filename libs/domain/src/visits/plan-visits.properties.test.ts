import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { isArbejdsdag } from '../policy/calendar.js'
import { addDays } from '../policy/iso-date.js'
import { isClosed, planVisits, type ClosingWeek, type Visited } from './plan-visits.js'
import { beginOf, endOf, monthsOf } from './quarter.js'

const kinds = ['kindergarten', 'school', 'nursery'] as const
const anyQuarter = fc
  .tuple(fc.integer({ min: 2026, max: 2035 }), fc.integer({ min: 1, max: 4 }))
  .map(([year, n]) => `${year}-Q${n}`)
const anyInstitutions = fc
  .array(fc.tuple(fc.constantFrom(...kinds), fc.integer({ min: 1, max: 2 })), { minLength: 1, maxLength: 6 })
  .map((list): Visited[] => list.map(([kind, visits], n) => ({ institution: `10100${n}`, kind, visits })))
const anyRound = anyQuarter.chain(quarter => {
  const day = fc.integer({ min: 0, max: 91 }).map(n => addDays(beginOf(quarter), n))
  return fc.record({
    quarter: fc.constant(quarter),
    from: day,
    institutions: anyInstitutions,
    calendar: fc.array(day, { maxLength: 6 }).map(closedDays => ({ closedDays })),
    closingWeeks: fc.array(
      fc
        .tuple(day, fc.integer({ min: 0, max: 40 }), fc.subarray([...kinds], { minLength: 1 }))
        .map(([from, length, closed]): ClosingWeek => ({ from, to: addDays(from, length), kinds: closed })),
      { maxLength: 3 },
    ),
  })
})

describe('the visits of a quarter', () => {
  it('are never on a day on which the municipality or the institution is closed, and never in the past', () => {
    fc.assert(
      fc.property(anyRound, round => {
        const kindOf = new Map(round.institutions.map(({ institution, kind }) => [institution, kind]))
        for (const { institution, on } of planVisits(round).visits) {
          const kind = kindOf.get(institution) ?? ''
          expect(isArbejdsdag(on, round.calendar)).toBe(true)
          expect(isClosed({ day: on, kind, closingWeeks: round.closingWeeks })).toBe(false)
          expect(on >= round.from && on <= endOf(round.quarter)).toBe(true)
        }
      }),
    )
  })

  it('are never two of one institution on one day', () => {
    fc.assert(
      fc.property(anyRound, round => {
        const days = planVisits(round).visits.map(({ institution, on }) => `${institution} ${on}`)
        expect(new Set(days).size).toBe(days.length)
      }),
    )
  })

  it('are as many as each institution shall have every month, and what has no room is said', () => {
    fc.assert(
      fc.property(anyRound, round => {
        const { visits, leftOut } = planVisits(round)
        for (const { institution, visits: wanted } of round.institutions) {
          for (const { month } of monthsOf(round.quarter)) {
            const planned = visits.filter(
              visit => visit.institution === institution && visit.on.startsWith(month),
            )
            const missing = leftOut.find(entry => entry.institution === institution && entry.month === month)
            expect(planned.length + (missing?.visits ?? 0)).toBe(wanted)
          }
        }
      }),
    )
  })

  it('are held once: what was held before counts, and its day is not planned again', () => {
    fc.assert(
      fc.property(anyRound, round => {
        const first = planVisits({ ...round, from: beginOf(round.quarter) }).visits
        const held = first.slice(0, Math.ceil(first.length / 2))
        const { visits, leftOut } = planVisits({ ...round, from: beginOf(round.quarter), held })
        const missing = leftOut.reduce((sum, entry) => sum + entry.visits, 0)
        const wanted = round.institutions.reduce((sum, entry) => sum + 3 * entry.visits, 0)
        expect(held.length + visits.length + missing).toBe(wanted)
        const days = [...held, ...visits].map(({ institution, on }) => `${institution} ${on}`)
        expect(new Set(days).size).toBe(days.length)
      }),
    )
  })
})
