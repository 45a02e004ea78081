import { roundForm } from '@brobygger/domain/messages'
import { z } from 'zod'
import { flag, paging } from '../shapes/common.js'
import { practiceStart } from '../practice/practice-start.js'

/** Body of `POST /visit-rounds`: real rounds are opened by their schedule, so this one is for practice. */
export const startRound = roundForm
  .extend({ practice: practiceStart.unwrap() })
  .meta({ id: 'StartVisitRound' })

export const roundsQuery = z.strictObject({
  ...paging,
  cluster: roundForm.shape.cluster.optional(),
  quarter: roundForm.shape.quarter.optional(),
  practice: flag.meta({ description: 'Practice rounds only, or real ones only' }),
  status: z.enum(['open', 'closed']).optional(),
})

export type StartRound = z.infer<typeof startRound>
export type RoundsQuery = z.infer<typeof roundsQuery>
