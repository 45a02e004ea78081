import { raiserRole } from '@brobygger/domain/codes'
import { instant } from '@brobygger/domain/forms'
import { concernForm } from '@brobygger/domain/messages'
import { z } from 'zod'
import { caseId, visitId } from '../ids.js'
import { practiceConcern } from '../practice/practice-concern.js'
import { label } from '../shapes/common.js'

/** Body of `POST /concerns`: the form, the visit at which it was raised, and whether it is for practice. */
export const raiseConcern = concernForm
  .safeExtend({
    visit: visitId
      .optional()
      .meta({ title: 'Rejst under et besøg', description: 'The visit at which it was raised on the spot' }),
    practice: practiceConcern,
  })
  .meta({ id: 'RaiseConcern' })
export type RaiseConcern = z.infer<typeof raiseConcern>

/** What whoever raised a concern gets back. */
export const concernReceipt = z
  .object({
    caseId,
    receipt: z.object({
      receivedAt: instant,
      raiserRole,
      message: label,
    }),
    callNow: label.optional().meta({ description: 'Violence, abuse or danger: what to do at once' }),
  })
  .meta({ id: 'ConcernReceipt' })
export type ConcernReceipt = z.infer<typeof concernReceipt>
