import { handOverReason } from '@brobygger/domain/codes'
import { isoDate, personId } from '@brobygger/domain/forms'
import { z } from 'zod'
import { caseId } from '../ids.js'
import { practiceStart } from '../practice/practice-start.js'
import { flag, paging } from '../shapes/common.js'

/** Most cases that can be named; more than that is everything. */
const MOST = 500

/** Body of `POST /staff/:id/hand-over`: all of a colleague's open work, or some of their cases. */
export const bulkBody = z
  .strictObject({
    to: personId.meta({ title: 'Til' }),
    reason: handOverReason.meta({ title: 'Årsag' }),
    returnOn: isoDate.optional().meta({ title: 'Går tilbage den' }),
    cases: z
      .array(caseId)
      .min(1)
      .max(MOST)
      .optional()
      .meta({ title: 'Kun disse sager', description: 'Everything, when left out' }),
    practice: practiceStart,
  })
  .meta({ id: 'HandOverInBulk' })

export const workQuery = z.strictObject({
  ...paging,
  practice: flag.meta({ description: 'Practice cases only, or real ones only' }),
})

export type BulkBody = z.infer<typeof bulkBody>
export type WorkQuery = z.infer<typeof workQuery>
