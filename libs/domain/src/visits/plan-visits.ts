import { isArbejdsdag, type Calendar } from '../policy/calendar.js'
import { addDays, daysBetween } from '../policy/iso-date.js'
import { monthsOf, type Month } from './quarter.js'

/** Weeks in which some kinds of institutions are closed, first and last day included. */
export interface ClosingWeek<K extends string = string> {
  readonly from: string
  readonly to: string
  readonly kinds: readonly K[]
}

/** An institution as its visits are planned. */
export interface Visited {
  readonly institution: string
  readonly kind: string
  /** Visits a month. */
  readonly visits: number
}

export interface PlannedVisit {
  readonly institution: string
  /** Local date. */
  readonly on: string
}

/** Visits that a month has no room for, because the institution is closed on too many of its days. */
export interface LeftOut {
  readonly institution: string
  readonly month: string
  readonly visits: number
}

/** Institutions visited on one day, as long as there are other days: a day's visits share the worker's hours. */
const A_DAY = 2
/** How far a visit may lie from its even place to share a day with another one, in days. */
const NEAR = 4

/**
 * Plans the visits of a cluster in a quarter: evenly over each month, on arbejdsdage, never in an institution's closing
 * weeks, never two of one institution on one day, and two institutions on one day where that is near, so that visiting
 * days are few.
 *
 * @param from first local day that can be planned; earlier days of the quarter are past
 * @param held visits of the quarter that have been held: they count
 */
export function planVisits(args: {
  quarter: string
  from: string
  institutions: readonly Visited[]
  closingWeeks: readonly ClosingWeek[]
  calendar: Calendar
  held?: readonly PlannedVisit[]
}): { visits: PlannedVisit[]; leftOut: LeftOut[] } {
  const { quarter, from, institutions, closingWeeks, calendar, held = [] } = args
  const visits: PlannedVisit[] = []
  const leftOut: LeftOut[] = []
  for (const month of monthsOf(quarter)) {
    const workingDays = daysOf(month).filter(day => day >= from && isArbejdsdag(day, calendar))
    const wishes = institutions.flatMap(visited => {
      const { institution, kind } = visited
      const before = held.filter(visit => visit.institution === institution && isIn(visit.on, month)).length
      const taken = new Set(held.map(visit => `${visit.institution} ${visit.on}`))
      const open = workingDays.filter(
        day => !isClosed({ day, kind, closingWeeks }) && !taken.has(`${institution} ${day}`),
      )
      const wanted = Math.max(0, visited.visits - before)
      const fitting = Math.min(wanted, open.length)
      if (fitting < wanted) leftOut.push({ institution, month: month.month, visits: wanted - fitting })
      return Array.from({ length: fitting }, (_, n) => ({
        institution,
        open,
        even: open[Math.floor(((n + 0.5) * open.length) / fitting)] ?? month.from,
      }))
    })
    const planned: PlannedVisit[] = []
    // Who has fewest days to choose from chooses first.
    for (const { institution, open, even } of [...wishes].sort(byRoom)) {
      const free = open.filter(
        day => !planned.some(visit => visit.institution === institution && visit.on === day),
      )
      planned.push({ institution, on: bestOf({ free, even, planned }) })
    }
    visits.push(...planned)
  }
  return { visits: visits.sort((a, b) => a.on.localeCompare(b.on)), leftOut }
}

/** Whether an institution of a kind is closed on a day. */
export function isClosed(args: { day: string; kind: string; closingWeeks: readonly ClosingWeek[] }): boolean {
  const { day, kind, closingWeeks } = args
  return closingWeeks.some(({ from, to, kinds }) => from <= day && day <= to && kinds.includes(kind))
}

interface Wish {
  readonly institution: string
  readonly open: readonly string[]
  readonly even: string
}

function byRoom(a: Wish, b: Wish): number {
  return (
    a.open.length - b.open.length ||
    a.even.localeCompare(b.even) ||
    a.institution.localeCompare(b.institution)
  )
}

/** The free day nearest to the even one, but rather a day near it that is a visiting day already and not full. */
function bestOf(args: { free: readonly string[]; even: string; planned: readonly PlannedVisit[] }): string {
  const { free, even, planned } = args
  const cost = (day: string): readonly number[] => {
    const already = planned.filter(({ on }) => on === day).length
    const distance = Math.abs(daysBetween(even, day))
    const shares = already > 0 && already < A_DAY && distance <= NEAR
    return [already < A_DAY ? 0 : 1, shares ? 0 : 1, distance]
  }
  const [best = even] = [...free].sort((a, b) => compare(cost(a), cost(b)) || a.localeCompare(b))
  return best
}

function compare(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((value, n) => value !== b[n])
  return index < 0 ? 0 : (a[index] ?? 0) - (b[index] ?? 0)
}

function daysOf({ from, to }: Month): string[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, n) => addDays(from, n))
}

const isIn = (day: string, { from, to }: Month): boolean => from <= day && day <= to
