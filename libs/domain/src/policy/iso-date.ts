import { PolicyError } from './policy-error.js'

const millisecondsPerDay = 86_400_000

/** Days since 1970-01-01 of a local ISO date. Local dates have no zone, so UTC arithmetic is exact. */
function dayNumber(date: string): number {
  const milliseconds = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN
  // Date.parse lets 30 February through as 2 March in some engines: the date must survive the way back.
  if (Number.isNaN(milliseconds) || new Date(milliseconds).toISOString().slice(0, 10) !== date) {
    throw new PolicyError('date-invalid', 'expected a date such as 2027-01-14')
  }
  return milliseconds / millisecondsPerDay
}

function dateOf(day: number): string {
  return new Date(day * millisecondsPerDay).toISOString().slice(0, 10)
}

/** Year, month (1–12) and day of a local ISO date. Throws PolicyError `date-invalid`. */
export function partsOf(date: string): { year: number; month: number; day: number } {
  const at = new Date(dayNumber(date) * millisecondsPerDay)
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() }
}

/** The local date so many days later (earlier, where negative). */
export function addDays(date: string, days: number): string {
  return dateOf(dayNumber(date) + days)
}

/** Days from one local date to another. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from)
}

/** The same day so many months later, or the month's last day where the month is too short. */
export function addMonths(date: string, months: number): string {
  const { year, month, day } = partsOf(date)
  const target = month - 1 + months
  const lastDay = new Date(Date.UTC(year, target + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, target, Math.min(day, lastDay))).toISOString().slice(0, 10)
}

/** Day of the week, Sunday 0 to Saturday 6. */
export function weekdayOf(date: string): number {
  return (((dayNumber(date) + 4) % 7) + 7) % 7
}
