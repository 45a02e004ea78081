import type { Calendar } from './calendar.js'
import type { Deadline } from './deadline.js'
import { explain } from './explanation.js'
import { endOfLocalDay, instantOf, localDate, millisecondsOf } from './local-time.js'
import { movedBy, pausesAfter, type Pause } from './pause.js'
import { firstReminder, reminderAfterPause } from './reminder.js'
import type { Rule } from './rule.js'
import {
  lastDayOf,
  runsOnTheClock,
  termOf,
  type ClockTerm,
  type ClockUnit,
  type DayTerm,
  type Term,
} from './term.js'

/** When a term ends, and which pauses moved it. */
interface Course {
  readonly dueAt: string
  readonly dueOn: string
  readonly remindAt?: string
  readonly pauses: readonly Pause[]
}

/**
 * The deadline a rule sets from an instant.
 *
 * Minutes and hours run in elapsed time. All other units count from the day after `from`'s local date to the end
 * of the local day; only arbejdsdage and hverdage avoid closed days. A pause that began before the deadline moves
 * it (see `movedBy`) where the rule can be paused. Reminders come at 08:00 local time. Source: the calendar
 * paragraph of the municipality's rules; the amounts stand in `rules`.
 *
 * @param from ISO instant
 * @param pauses ended pauses, as ISO instants
 * @throws PolicyError `rule-without-term`, `instant-invalid`, `pause-invalid`
 */
export function dueDate(args: {
  rule: Rule
  from: string
  calendar: Calendar
  pauses?: readonly Pause[]
}): Deadline {
  const { rule, calendar } = args
  const from = instantOf(millisecondsOf(args.from))
  const term = termOf(rule)
  const stated = pausesAfter(from, args.pauses ?? [])
  const pauses = rule.pausable ? stated : []
  const { reminderAfter } = rule
  const course = runsOnTheClock(term)
    ? clockCourse({ from, term, pauses })
    : dayCourse({ from, term, reminderAfter, pauses, calendar })
  const { dueAt, dueOn, remindAt } = course
  const pausedInVain = !rule.pausable && stated.some(pause => pause.from <= dueAt)
  return {
    rule: rule.id,
    ruleVersion: rule.version,
    from,
    dueAt,
    dueOn,
    ...(remindAt === undefined ? {} : { remindAt }),
    explanation: explain({ rule, term, from, dueAt, dueOn, pauses: course.pauses, pausedInVain, calendar }),
  }
}

const millisecondsIn: Readonly<Record<ClockUnit, number>> = { minutes: 60_000, hours: 3_600_000 }

function clockCourse(args: { from: string; term: ClockTerm; pauses: readonly Pause[] }): Course {
  const { from, term } = args
  let due = millisecondsOf(from) + term.amount * millisecondsIn[term.unit]
  const pauses: Pause[] = []
  for (const pause of args.pauses) {
    if (millisecondsOf(pause.from) >= due) break
    due += millisecondsOf(pause.to) - millisecondsOf(pause.from)
    pauses.push(pause)
  }
  const dueAt = instantOf(due)
  return { dueAt, dueOn: localDate(dueAt), pauses }
}

function dayCourse(args: {
  from: string
  term: DayTerm
  reminderAfter: Term | undefined
  pauses: readonly Pause[]
  calendar: Calendar
}): Course {
  const { from, term, reminderAfter, calendar } = args
  let dueOn = lastDayOf(localDate(from), term, calendar)
  let reminder = firstReminder({ from, dueOn, reminderAfter, calendar })
  const pauses: Pause[] = []
  for (const pause of args.pauses) {
    if (pause.from > endOfLocalDay(dueOn)) break
    dueOn = movedBy(pause, dueOn, term.unit, calendar)
    reminder = reminderAfterPause(reminder, { pause, dueOn, calendar })
    pauses.push(pause)
  }
  const dueAt = endOfLocalDay(dueOn)
  const { instant } = reminder
  return instant !== undefined && instant < dueAt
    ? { dueAt, dueOn, remindAt: instant, pauses }
    : { dueAt, dueOn, pauses }
}
