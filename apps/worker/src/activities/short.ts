import { activityInfo } from '@temporalio/activity'
import { ApplicationFailure } from '@temporalio/common'
import { DatabaseError, record, restate, type Db } from '@brobygger/database'
import type { Municipality } from '@brobygger/domain/organisation'
import {
  atLocalTime,
  deadlineOn,
  dueDate,
  localDate,
  ruleAt,
  rules,
  type Deadline,
  type Rule,
} from '@brobygger/domain/policy'
import { failpoint } from '../failpoints.js'
import { amountOn, MORNING } from './calendar.js'
import type { DeadlineRequest, RecordBatch, ShortActivities } from './types.js'

/** The activities that run inside a workflow task: the record, and the municipality's calendar. */
export function shortActivities(of: {
  db: Db
  municipality: Municipality
}): Pick<ShortActivities, 'record' | 'setDeadline' | 'amountOf' | 'morningOf'> {
  const { db, municipality } = of
  return {
    record: batch => write(db, batch),
    setDeadline: request => Promise.resolve(deadlineFor(municipality, request)),
    amountOf: ({ rule }) =>
      Promise.resolve(amountOn(municipality, rule, localDate(new Date().toISOString()))),
    morningOf: ({ on }) => Promise.resolve(atLocalTime(on, MORNING)),
  }
}

/**
 * Inside a workflow task a batch belongs to an attempt of which the engine may never hear. When the numbers are taken,
 * an earlier attempt got that far and died; the batch then goes into the history first, and comes again as an ordinary
 * activity. What stands in the history is what happened, and takes the place of what that attempt left.
 */
async function write(db: Db, batch: RecordBatch): Promise<void> {
  try {
    await record(db, batch)
    failpoint('after-record')
  } catch (error) {
    const conflict = error instanceof DatabaseError && error.code === 'record-conflict'
    if (!conflict) throw error
    if (activityInfo().isLocal) throw ApplicationFailure.nonRetryable(error.code, error.code)
    await restate(db, batch)
  }
}

/**
 * The deadline of a rule under this municipality's amounts and closing days, or of an agreed date. An agreed date
 * that lies before the request means today: what is late is still asked.
 */
function deadlineFor(municipality: Municipality, request: DeadlineRequest): Deadline {
  const { from, on, pauses } = request
  const calendar = { closedDays: municipality.closedDays }
  if (on !== undefined) {
    const today = localDate(from)
    const reason = { da: 'dato aftalt med familie eller personale', en: 'date agreed with family or staff' }
    return deadlineOn({ on: on < today ? today : on, from, reason, calendar })
  }
  return dueDate({ rule: ruleFor(municipality, request), from, calendar, pauses })
}

/** The version a running deadline was set under, or the one in force on the day. */
function ruleFor(municipality: Municipality, { rule: id, from, version }: DeadlineRequest): Rule {
  const { localAmounts } = municipality
  const kept = rules.find(rule => rule.id === id && rule.version === version)
  return ruleAt({ id, on: kept?.validFrom ?? localDate(from), localAmounts })
}
