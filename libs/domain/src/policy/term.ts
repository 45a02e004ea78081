import { isArbejdsdag, isHverdag, type Calendar } from './calendar.js'
import { addDays, addMonths, daysBetween } from './iso-date.js'
import { PolicyError } from './policy-error.js'
import { termUnit, type Rule, type TermUnit } from './rule.js'

/** Units that run in elapsed time; all others run in local days. */
export type ClockUnit = 'minutes' | 'hours'
export type DayUnit = Exclude<TermUnit, ClockUnit>
/** Units that count some days only. */
export type CountedUnit = 'arbejdsdage' | 'hverdage'

interface TermIn<U extends TermUnit> {
  readonly amount: number
  readonly unit: U
}
export type ClockTerm = TermIn<ClockUnit>
export type DayTerm = TermIn<DayUnit>
/** A length of time in which something falls due. */
export type Term = ClockTerm | DayTerm

/** The length of time a rule sets. Throws PolicyError `rule-without-term`. */
export function termOf(rule: Rule): Term {
  const unit = termUnit.safeParse(rule.unit)
  if (rule.amount === null || !unit.success) throw new PolicyError('rule-without-term', rule.id)
  return { amount: rule.amount, unit: unit.data }
}

export function runsOnTheClock(term: Term): term is ClockTerm {
  return term.unit === 'minutes' || term.unit === 'hours'
}

export function runsInDays(term: Term): term is DayTerm {
  return !runsOnTheClock(term)
}

export function countsSomeDaysOnly(unit: TermUnit): unit is CountedUnit {
  return unit === 'arbejdsdage' || unit === 'hverdage'
}

/** Whether a local date is counted in the unit. */
export function isCounted(date: string, unit: CountedUnit, calendar: Calendar): boolean {
  return unit === 'arbejdsdage' ? isArbejdsdag(date, calendar) : isHverdag(date)
}

/** How many counted days lie after `after`, up to and including `to`. */
export function countedDays(
  span: { after: string; to: string },
  unit: CountedUnit,
  calendar: Calendar,
): number {
  const days = Array.from({ length: Math.max(0, daysBetween(span.after, span.to)) }, (_, index) =>
    addDays(span.after, index + 1),
  )
  return days.filter(day => isCounted(day, unit, calendar)).length
}

/**
 * The last day of a term that starts on a local date. The first day counted is the day after; months and years
 * end on the same day of the month, or on its last day.
 */
export function lastDayOf(start: string, { amount, unit }: DayTerm, calendar: Calendar): string {
  switch (unit) {
    case 'days':
      return addDays(start, amount)
    case 'weeks':
      return addDays(start, 7 * amount)
    case 'months':
      return addMonths(start, amount)
    case 'years':
      return addMonths(start, 12 * amount)
    case 'arbejdsdage':
    case 'hverdage':
      return nthCountedDay(start, { amount, unit }, calendar)
  }
}

function nthCountedDay(start: string, { amount, unit }: TermIn<CountedUnit>, calendar: Calendar): string {
  let day = start
  for (let left = amount; left > 0;) {
    day = addDays(day, 1)
    if (isCounted(day, unit, calendar)) left -= 1
  }
  return day
}
