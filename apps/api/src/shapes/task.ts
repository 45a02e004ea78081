import { role, unit } from '@brobygger/domain/codes'
import { ruleId } from '@brobygger/domain/policy'
import { z } from 'zod'
import { processId, taskId } from '../ids.js'
import { waitShape } from './wait.js'
import { at, date, label, owned, person, textRef } from './common.js'

/** A question to a person or a unit's queue. */
export const taskShape = z
  .object({
    ...owned,
    id: taskId,
    process: processId,
    kind: z.string(),
    title: label,
    step: z.string(),
    role,
    unit,
    person: person.nullable(),
    owed: z.boolean().meta({ description: 'Asked beside the steps, and outlives them' }),
    about: z.string().nullable().meta({ description: 'What it is about, e.g. an institution' }),
    status: z.enum(['open', 'completed', 'withdrawn']),
    openedAt: at,
    dueAt: at,
    dueOn: date,
    remindAt: at.nullable(),
    remindedAt: at.nullable(),
    overdue: z.boolean(),
    told: z.array(person).meta({ description: 'Leaders who were told that it is overdue' }),
    closedAt: at.nullable(),
    closedBy: person.nullable(),
    answer: z.record(z.string(), z.unknown()).nullable().meta({ description: 'Without its texts' }),
    textRef: textRef.nullable(),
    withdrawnWhy: z.enum(['step-left', 'case-closed', 'answered-elsewhere']).nullable(),
  })
  .meta({ id: 'Task' })

/** A task as the worklist shows it, with the reason for its date. */
export const worklistItemShape = taskShape
  .extend({
    deadline: z.object({ rule: ruleId.or(z.string()), explanation: label }).nullable(),
    waiting: z.array(waitShape).readonly().meta({ description: 'What the case waits for outside' }),
  })
  .meta({ id: 'WorklistItem' })
