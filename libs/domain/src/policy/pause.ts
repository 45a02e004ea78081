import type { Calendar } from './calendar.js'
import { addDays, daysBetween } from './iso-date.js'
import { instantOf, localDate, millisecondsOf } from './local-time.js'
import { PolicyError } from './policy-error.js'
import { countedDays, countsSomeDaysOnly, isCounted, lastDayOf, type DayUnit } from './term.js'

/** A time in which a process stood still, from the pause to the resumption, as ISO instants. */
export interface Pause {
  readonly from: string
  readonly to: string
}

/**
 * The pauses that can matter to a deadline, in order: what lies before its start is cut off, and pauses that
 * overlap become one, so that no time counts twice. Throws PolicyError `pause-invalid`, `instant-invalid`.
 */
export function pausesAfter(start: string, pauses: readonly Pause[]): readonly Pause[] {
  const begin = millisecondsOf(start)
  const spans = pauses
    .map(pause => ({ from: millisecondsOf(pause.from), to: millisecondsOf(pause.to) }))
    .sort((a, b) => a.from - b.from)
  const merged: { from: number; to: number }[] = []
  for (const { from, to } of spans) {
    if (to < from) throw new PolicyError('pause-invalid', 'a pause ends before it begins')
    const last = merged.at(-1)
    if (to <= begin || to === from) continue
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else merged.push({ from: Math.max(from, begin), to })
  }
  return merged.map(({ from, to }) => ({ from: instantOf(from), to: instantOf(to) }))
}

/**
 * Where a pause moves a local day that lies on or after the day the pause began (A) once it is resumed (B).
 *
 * Days, weeks, months and years: by B − A days. Counted days: the days still to be counted after A are counted
 * after B instead; where none was left, the day itself had begun, and the first counted day from B takes its
 * place. So B is to the rest of the term what its start was to the whole.
 */
export function movedBy(pause: Pause, day: string, unit: DayUnit, calendar: Calendar): string {
  const paused = localDate(pause.from)
  const resumed = localDate(pause.to)
  if (!countsSomeDaysOnly(unit)) return addDays(day, daysBetween(paused, resumed))
  const left = countedDays({ after: paused, to: day }, unit, calendar)
  if (left > 0) return lastDayOf(resumed, { amount: left, unit }, calendar)
  return isCounted(resumed, unit, calendar) ? resumed : lastDayOf(resumed, { amount: 1, unit }, calendar)
}
