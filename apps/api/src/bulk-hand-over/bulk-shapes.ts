import { administration, bulkRefusals, handOverReason } from '@brobygger/domain/codes'
import { z } from 'zod'
import { caseId, processId, taskId } from '../ids.js'
import { at, date, pageOf, person } from '../shapes/common.js'

const code = caseId.meta({ description: 'Code of the bulk hand-over', example: 'k7qm4d2x9a' })

/** What whoever hands over in bulk gets back. */
export const bulkReceipt = z
  .object({ code, processes: z.array(processId).meta({ description: 'One in each administration' }) })
  .meta({ id: 'BulkHandOverReceipt' })

const left = z.object({
  process: processId,
  caseId,
  why: z.enum(['left', ...bulkRefusals.codes]).meta({ description: 'Why the deputy did not get it' }),
})

/** How far it is in one administration. */
const partShape = z.object({
  administration,
  process: processId,
  stage: z.string().nullable(),
  done: z.boolean(),
  found: z.int().nullable().meta({ description: 'How many processes there were; null until counted' }),
  handedOver: z.array(z.object({ process: processId, caseId, to: person.nullable(), at })),
  refused: z.array(left).meta({ description: 'What was not handed over, and why' }),
  waiting: z
    .object({ task: taskId, person: person.nullable(), dueOn: date })
    .nullable()
    .meta({ description: 'The task of the leader who decides about those in conflict' }),
})

/** A bulk hand-over with its progress in each administration. */
export const bulkDetail = z
  .object({
    code,
    practice: z.boolean(),
    from: person,
    to: person,
    reason: handOverReason,
    returnOn: date.nullable(),
    cases: z.array(caseId).nullable(),
    startedAt: at,
    done: z.boolean(),
    parts: z.array(partShape),
  })
  .meta({ id: 'BulkHandOver' })

const heldProcess = z.object({
  process: processId,
  caseId,
  kind: z.string(),
  administration,
  practice: z.boolean(),
  stage: z.string().nullable(),
  tasks: z.array(z.object({ id: taskId, kind: z.string(), dueOn: date })).readonly(),
})

/** What a member of staff holds. */
export const workPage = pageOf(heldProcess)
  .extend({
    person,
    counts: z
      .array(z.object({ kind: z.string(), processes: z.int() }))
      .meta({ description: 'Of everything, not of this page' }),
  })
  .meta({ id: 'WorkOfStaff' })
