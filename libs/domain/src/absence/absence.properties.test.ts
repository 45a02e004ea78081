import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { absenceKinds, absenceParts, absenceThresholds } from '../codes/index.js'
import { addDays } from '../policy/iso-date.js'
import { beginOf } from '../visits/quarter.js'
import { absenceIn, quarterAbsence, type NotedAbsence } from './quarter-absence.js'
import { schoolDaysIn } from './school-days.js'

const calendar = { closedDays: [], closingWeeks: [] }
const anyQuarter = fc
  .tuple(fc.integer({ min: 2026, max: 2035 }), fc.integer({ min: 1, max: 4 }))
  .map(([year, n]) => `${year}-Q${n}`)
const anyQuarterNoted = anyQuarter.chain(quarter =>
  fc.record({
    quarter: fc.constant(quarter),
    noted: fc.array(
      fc.record<NotedAbsence>({
        on: fc.integer({ min: -5, max: 95 }).map(n => addDays(beginOf(quarter), n)),
        kind: fc.constantFrom(...absenceKinds.codes),
        part: fc.constantFrom(...absenceParts.codes),
      }),
      { maxLength: 60 },
    ),
  }),
)
const count = ({ quarter, noted }: { quarter: string; noted: readonly NotedAbsence[] }) =>
  absenceIn({ quarter, noted, schoolDays: schoolDaysIn(quarter, calendar) })
const rank = (threshold: (typeof absenceThresholds.codes)[number]) =>
  absenceThresholds.codes.indexOf(threshold)

describe('the absence of any quarter', () => {
  it('is the same in whatever order, and however often, a school says it', () => {
    fc.assert(
      fc.property(anyQuarterNoted, fc.func(fc.nat()), ({ quarter, noted }, order) => {
        const shuffled = [...noted, ...noted].sort((a, b) => order(a) - order(b))
        expect(count({ quarter, noted: shuffled })).toEqual(count({ quarter, noted }))
      }),
    )
  })

  it('never has more days than the quarter has school days, and lies within them', () => {
    fc.assert(
      fc.property(anyQuarterNoted, given => {
        const { sick, permitted, unlawful, schoolDays, from, to } = quarterAbsence.parse(count(given))
        expect(sick + permitted + unlawful).toBeLessThanOrEqual(schoolDays)
        const days = schoolDaysIn(given.quarter, calendar)
        for (const date of [from, to]) if (date !== null) expect(days).toContain(date)
      }),
    )
  })

  it('falls below a threshold only when a school corrects itself: further unlawful days never lower it', () => {
    fc.assert(
      fc.property(anyQuarterNoted, given => {
        const known = new Set(given.noted.map(({ on }) => on))
        const more = schoolDaysIn(given.quarter, calendar)
          .filter(day => !known.has(day))
          .slice(0, 8)
          .map((on): NotedAbsence => ({ on, kind: 'unlawful', part: 'day' }))
        const after = count({ ...given, noted: [...given.noted, ...more] })
        expect(rank(after.threshold)).toBeGreaterThanOrEqual(rank(count(given).threshold))
      }),
    )
  })
})
