import { caseEvent } from '@brobygger/domain/events'
import { z } from 'zod'
import { caseId } from '../ids.js'
import { at } from '../shapes/common.js'

/** How far a practice case was played forward, and what happened on the way. */
export const journey = z
  .object({
    caseId,
    from: at,
    now: at,
    until: at,
    arrived: z.boolean().meta({ description: 'False when it takes longer: ask again to go on' }),
    passed: z.array(
      z.object({
        process: caseEvent.shape.process,
        seq: caseEvent.shape.seq,
        at,
        type: z.string(),
        task: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Journey' })
export type Journey = z.infer<typeof journey>
