import { holidayOn } from './holidays.js'
import { addDays, weekdayOf } from './iso-date.js'

/** Days a municipality is closed besides weekends and holidays, as local ISO dates. */
export interface Calendar {
  readonly closedDays: readonly string[]
}

/** Arbejdsdag: Monday to Friday, not a holiday, not a day the municipality is closed. */
export function isArbejdsdag(date: string, calendar: Calendar): boolean {
  const weekday = weekdayOf(date)
  return weekday >= 1 && weekday <= 5 && !holidayOn(date) && !calendar.closedDays.includes(date)
}

/** Hverdag: Monday to Saturday, not a holiday. The municipality's own closed days are hverdage. */
export function isHverdag(date: string): boolean {
  return weekdayOf(date) !== 0 && !holidayOn(date)
}

/** The last arbejdsdag before a local date. */
export function arbejdsdagBefore(date: string, calendar: Calendar): string {
  let day = addDays(date, -1)
  while (!isArbejdsdag(day, calendar)) day = addDays(day, -1)
  return day
}
