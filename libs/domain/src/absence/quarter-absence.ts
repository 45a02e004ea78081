import { z } from 'zod'
import {
  absenceKinds,
  absenceThreshold,
  type AbsenceKind,
  type AbsencePart,
  type AbsenceThreshold,
} from '../codes/index.js'
import { ruleAt } from '../policy/rule-at.js'
import { beginOf, quarterPattern } from '../visits/quarter.js'

/** What a school noted of a pupil on a local date. */
export interface NotedAbsence {
  readonly on: string
  readonly kind: AbsenceKind
  readonly part: AbsencePart
}

/** Days of a quarter, each half or whole. */
const days = z.number().min(0).max(92).multipleOf(0.5)

/** A pupil's absence in a calendar quarter: codes and counts, never who. */
export const quarterAbsence = z.object({
  quarter: z.string().regex(quarterPattern),
  /** First and last local date with absence; null when there is none, such as after a correction. */
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
  sick: days,
  permitted: days,
  unlawful: days,
  /** Days with school in the whole quarter: what the thresholds are a share of. */
  schoolDays: z.int().min(0).max(92),
  threshold: absenceThreshold,
})
export type QuarterAbsence = z.infer<typeof quarterAbsence>

/**
 * Counts what schools noted in a quarter. A day counts once: as its whole-day note, else half a day by its note in the
 * last lesson, and where notes of a day differ by the mildest. Days without school count as none.
 *
 * @param schoolDays the quarter's days with school: unlawful days are a share of all of them, so a threshold that is
 *   reached stays reached unless a school corrects itself. Source: rules `absence-warning` and `absence-notify`
 */
export function absenceIn(args: {
  quarter: string
  noted: readonly NotedAbsence[]
  schoolDays: readonly string[]
}): QuarterAbsence {
  const { quarter, noted, schoolDays } = args
  const open = new Set(schoolDays)
  const counted = noted.filter(({ on }) => open.has(on))
  const dates = [...new Set(counted.map(({ on }) => on))].sort()
  const counts: Record<AbsenceKind, number> = { sick: 0, permitted: 0, unlawful: 0 }
  for (const date of dates) {
    const notes = counted.filter(({ on }) => on === date)
    const whole = notes.filter(({ part }) => part === 'day')
    const kind = mildest(whole.length > 0 ? whole : notes)
    counts[kind] += whole.length > 0 ? 1 : 0.5
  }
  return {
    quarter,
    from: dates[0] ?? null,
    to: dates.at(-1) ?? null,
    ...counts,
    schoolDays: schoolDays.length,
    threshold: thresholdOf({ quarter, unlawful: counts.unlawful, schoolDays: schoolDays.length }),
  }
}

/** Percent of a quarter's school days that were unlawful absence. */
export function unlawfulPercent({
  unlawful,
  schoolDays,
}: Pick<QuarterAbsence, 'unlawful' | 'schoolDays'>): number {
  return schoolDays === 0 ? 0 : (100 * unlawful) / schoolDays
}

function thresholdOf(absence: Pick<QuarterAbsence, 'quarter' | 'unlawful' | 'schoolDays'>): AbsenceThreshold {
  if (absence.unlawful === 0) return 'none'
  const percent = unlawfulPercent(absence)
  const { warning, notify } = thresholdsIn(absence.quarter)
  if (percent >= notify) return 'notify'
  return percent >= warning ? 'warning' : 'none'
}

/** The percentages at which parents are warned and the municipality is notified, as the quarter began. */
export function thresholdsIn(quarter: string): { readonly warning: number; readonly notify: number } {
  const amount = (id: 'absence-warning' | 'absence-notify') =>
    ruleAt({ id, on: beginOf(quarter) }).amount ?? 100
  return { warning: amount('absence-warning'), notify: amount('absence-notify') }
}

function mildest(notes: readonly NotedAbsence[]): AbsenceKind {
  const kinds = new Set(notes.map(({ kind }) => kind))
  return absenceKinds.codes.find(kind => kinds.has(kind)) ?? 'unlawful'
}
