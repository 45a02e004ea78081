import { isArbejdsdag, type Calendar } from '../policy/calendar.js'
import { addDays } from '../policy/iso-date.js'
import { isClosed, type ClosingWeek } from '../visits/plan-visits.js'
import { beginOf, endOf } from '../visits/quarter.js'

/** When the schools of a municipality are closed besides weekends and holidays. */
export interface SchoolCalendar extends Calendar {
  readonly closingWeeks: readonly ClosingWeek[]
}

/** The local dates of a quarter on which there is school, in order. */
export function schoolDaysIn(quarter: string, { closedDays, closingWeeks }: SchoolCalendar): string[] {
  const days: string[] = []
  for (let day = beginOf(quarter); day <= endOf(quarter); day = addDays(day, 1)) {
    const isOff = isClosed({ day, kind: 'school', closingWeeks })
    if (!isOff && isArbejdsdag(day, { closedDays })) days.push(day)
  }
  return days
}
