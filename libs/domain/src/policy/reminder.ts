import { arbejdsdagBefore, type Calendar } from './calendar.js'
import { addDays, daysBetween } from './iso-date.js'
import { atLocalTime, localDate, millisecondsOf } from './local-time.js'
import { movedBy, type Pause } from './pause.js'
import { lastDayOf, runsInDays, type DayUnit, type Term } from './term.js'

/** People read reminders at work; and no clock change falls on this time of day. */
const timeOfReminder = '08:00'

/** Shorter deadlines are their own reminder. */
const shortestRemindedDays = 3

/** A reminder as it stands while the pauses of its deadline are applied one by one. */
export interface Reminder {
  /** The reminder that a pause would move next; `instant` is absent where there is nothing to remind of. */
  readonly instant?: string
  /** The rule's own reminder, counted in this unit. Absent: the last arbejdsdag before the deadline. */
  readonly own?: { readonly day: string; readonly unit: DayUnit }
}

/** The reminder of a day-deadline before any pause: the rule's own, or the last arbejdsdag before it. */
export function firstReminder(args: {
  from: string
  dueOn: string
  reminderAfter?: Term | undefined
  calendar: Calendar
}): Reminder {
  const { from, dueOn, reminderAfter, calendar } = args
  if (reminderAfter && runsInDays(reminderAfter)) {
    const day = lastDayOf(localDate(from), reminderAfter, calendar)
    return { instant: atLocalTime(day, timeOfReminder), own: { day, unit: reminderAfter.unit } }
  }
  if (daysBetween(localDate(from), dueOn) < shortestRemindedDays) return {}
  return lastArbejdsdag({ after: from, dueOn, calendar })
}

/** The reminder after a pause. One that was already due when the pause began has been given, and stays. */
export function reminderAfterPause(
  reminder: Reminder,
  args: { pause: Pause; dueOn: string; calendar: Calendar },
): Reminder {
  const { pause, dueOn, calendar } = args
  if (!reminder.instant || millisecondsOf(reminder.instant) <= millisecondsOf(pause.from)) return reminder
  if (!reminder.own) return lastArbejdsdag({ after: pause.to, dueOn, calendar })
  const moved = movedBy(pause, reminder.own.day, reminder.own.unit, calendar)
  const morning = atLocalTime(moved, timeOfReminder)
  // Resumed later on the very day of the reminder: the next morning, never in the past.
  const day = millisecondsOf(morning) < millisecondsOf(pause.to) ? addDays(moved, 1) : moved
  return { instant: atLocalTime(day, timeOfReminder), own: { ...reminder.own, day } }
}

function lastArbejdsdag(args: { after: string; dueOn: string; calendar: Calendar }): Reminder {
  const instant = atLocalTime(arbejdsdagBefore(args.dueOn, args.calendar), timeOfReminder)
  return millisecondsOf(instant) > millisecondsOf(args.after) ? { instant } : {}
}
