import type { Label } from '../codes/index.js'
import type { Calendar } from './calendar.js'
import { longDate } from './date-text.js'
import type { Deadline } from './deadline.js'
import { closedDayNote } from './explanation.js'
import { endOfLocalDay, instantOf, localDate, millisecondsOf } from './local-time.js'
import { PolicyError } from './policy-error.js'
import { firstReminder } from './reminder.js'
import { ruleAt } from './rule-at.js'

/**
 * The deadline of a date that people agreed: a review date, a meeting, a statement's delivery. It ends with that
 * local day, is reminded as other deadlines are, and is moved only by a new agreement, never by a pause.
 *
 * @param on local ISO date
 * @param from ISO instant of the agreement
 * @param reason a fixed text such as 'opfølgning på sparring': it is stored in the open, so no personal data
 * @throws PolicyError `date-invalid`, `instant-invalid`, `agreed-date-passed`
 */
export function deadlineOn(args: { on: string; from: string; reason: Label; calendar: Calendar }): Deadline {
  const { on, reason, calendar } = args
  const from = instantOf(millisecondsOf(args.from))
  const dueAt = endOfLocalDay(on)
  if (dueAt < from) throw new PolicyError('agreed-date-passed', `${on} lies before ${localDate(from)}`)
  const rule = ruleAt({ id: 'agreed-date', on: localDate(from) })
  const { instant: remindAt } = firstReminder({ from, dueOn: on, calendar })
  const closed = closedDayNote(on, calendar)
  const explanation: Label = {
    da: `Aftalt til ${longDate(on, 'da')}: ${reason.da} (agreed-date, aftalt dato).${closed.da}`,
    en: `Agreed for ${longDate(on, 'en')}: ${reason.en} (agreed-date, agreed date).${closed.en}`,
  }
  return {
    rule: rule.id,
    ruleVersion: rule.version,
    from,
    dueAt,
    dueOn: on,
    ...(remindAt === undefined ? {} : { remindAt }),
    explanation,
  }
}
