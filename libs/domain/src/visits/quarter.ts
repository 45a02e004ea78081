import { isArbejdsdag, type Calendar } from '../policy/calendar.js'
import { addDays, addMonths } from '../policy/iso-date.js'

/** A quarter of a year, as its code is written: `2027-Q1`. */
export const quarterPattern = /^(20[2-9]\d)-Q([1-4])$/

/** A month of a quarter: its code `2027-02`, its first and its last local day. */
export interface Month {
  readonly month: string
  readonly from: string
  readonly to: string
}

/** The quarter of a local date. */
export function quarterOf(date: string): string {
  return `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`
}

/** First local day of a quarter. */
export function beginOf(quarter: string): string {
  const [, year = '', n = '1'] = quarterPattern.exec(quarter) ?? []
  return `${year}-${String(3 * Number(n) - 2).padStart(2, '0')}-01`
}

/** Last local day of a quarter. */
export function endOf(quarter: string): string {
  return addDays(addMonths(beginOf(quarter), 3), -1)
}

/** The quarter after a quarter. */
export function quarterAfter(quarter: string): string {
  return quarterOf(addMonths(beginOf(quarter), 3))
}

/** The three months of a quarter. */
export function monthsOf(quarter: string): readonly Month[] {
  return [0, 1, 2].map(n => {
    const from = addMonths(beginOf(quarter), n)
    return { month: from.slice(0, 7), from, to: addDays(addMonths(from, 1), -1) }
  })
}

/** Day of the last month of a quarter from which the next one is prepared. */
const PREPARED_FROM = 15

/**
 * The quarters whose rounds shall be under way on a local date: the one that runs, and from the first arbejdsdag on or
 * after the 15th of its last month the coming one too.
 */
export function quartersDue(on: string, calendar: Calendar): readonly string[] {
  const running = quarterOf(on)
  const lastMonth = endOf(running).slice(0, 7)
  let from = `${lastMonth}-${PREPARED_FROM}`
  while (!isArbejdsdag(from, calendar)) from = addDays(from, 1)
  return on < from ? [running] : [running, quarterAfter(running)]
}
