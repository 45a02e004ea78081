import { ruleId } from '@brobygger/domain/policy'
import { z } from 'zod'
import { deadlineId, processId } from '../ids.js'
import { at, date, label, owned } from './common.js'

/** A deadline with its reason. */
export const deadlineShape = z
  .object({
    ...owned,
    id: deadlineId,
    process: processId,
    rule: ruleId,
    ruleVersion: z.int(),
    from: at,
    dueAt: at,
    dueOn: date,
    remindAt: at.nullable(),
    explanation: label,
    moved: z.int().meta({ description: 'How many times it was moved' }),
    movedAt: at.nullable(),
    movedWhy: z.enum(['pause', 'recomputed']).nullable(),
    status: z.enum(['running', 'met', 'passed', 'cancelled']),
  })
  .meta({ id: 'Deadline' })
