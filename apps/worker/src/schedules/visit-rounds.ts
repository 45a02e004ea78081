import type { Municipality } from '@brobygger/domain/organisation'
import { danishHolidays } from '@brobygger/domain/policy'
import type { CalendarSpec, ScheduleOptions, ScheduleSpecDescription } from '@temporalio/client'
import { ensureSchedule, type SchedulePlace } from './ensure-schedule.js'

/** This year and the next two: days further ahead are added when the worker starts. */
const YEARS = 3

/** 06:30 local time exists once on every day of the year. */
const TIME = { hour: 6, minute: 30 }

const MONTHS = [
  'JANUARY',
  'FEBRUARY',
  'MARCH',
  'APRIL',
  'MAY',
  'JUNE',
  'JULY',
  'AUGUST',
  'SEPTEMBER',
  'OCTOBER',
  'NOVEMBER',
  'DECEMBER',
] as const

/**
 * Makes the schedule that opens rounds of visits: on weekday mornings, but not on holidays and the municipality's
 * closed days. One that is there is left alone unless those days have changed. A morning missed is caught up for
 * twelve hours, no longer: the next one opens whatever is missing.
 */
export async function ensureVisitRounds(
  of: Omit<SchedulePlace, 'administration'> & {
    municipality: Pick<Municipality, 'closedDays'>
    /** The year it is. */
    year: number
  },
): Promise<void> {
  const { connection, ring, municipality, year } = of
  const days = closedDaysFrom(year, municipality)
  const spec: ScheduleOptions['spec'] = {
    calendars: [{ ...TIME, dayOfWeek: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'] }],
    skip: days.map(skipOf),
    timezone: 'Europe/Copenhagen',
  }
  const there = await ensureSchedule(
    { administration: 'children-and-youth', connection, ring },
    { id: 'visit-rounds', workflow: 'openVisitRounds', spec, catchupWindow: '12 hours' },
  )
  if (there === undefined || skippedIn((await there.describe()).spec).join() === days.join()) return
  await there.update(({ state, policies, action }) => ({ spec, state, policies, action }))
}

/** Holidays and closed days of the years that are looked at, in order. */
function closedDaysFrom(year: number, { closedDays }: Pick<Municipality, 'closedDays'>): readonly string[] {
  const years = Array.from({ length: YEARS }, (_, n) => year + n)
  const holidays = years.flatMap(one => danishHolidays(one).map(({ date }) => date))
  const closed = closedDays.filter(day => years.includes(Number(day.slice(0, 4))))
  return [...new Set([...holidays, ...closed])].sort()
}

function skipOf(day: string): CalendarSpec {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number)
  return { ...TIME, year, month: MONTHS[month - 1] ?? 'JANUARY', dayOfMonth }
}

/** The days that a schedule as the engine describes it leaves out, in order. */
function skippedIn({ skip = [] }: ScheduleSpecDescription): readonly string[] {
  const two = (n: number | undefined) => String(n ?? 0).padStart(2, '0')
  return skip
    .map(({ year, month, dayOfMonth }) => {
      const name = month[0]?.start
      const number = name === undefined ? 0 : MONTHS.indexOf(name) + 1
      return `${year[0]?.start ?? 0}-${two(number)}-${two(dayOfMonth[0]?.start)}`
    })
    .sort()
}
