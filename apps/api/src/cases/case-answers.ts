import { administration, unit } from '@brobygger/domain/codes'
import { caseEvent } from '@brobygger/domain/events'
import { z } from 'zod'
import { textsByRef } from '../storage/texts.js'
import { caseId } from '../ids.js'
import { at, pageOf, person } from '../shapes/common.js'
import { caseShape } from '../shapes/case.js'

export const casePage = pageOf(caseShape).meta({ id: 'CasePage' })

/** Events in the order they were recorded, with the texts they refer to. */
export const eventPage = pageOf(
  caseEvent.extend({ position: z.int().meta({ description: 'Place in the log' }) }).meta({ id: 'CaseEvent' }),
)
  .extend({ texts: textsByRef })
  .meta({ id: 'EventPage' })

/** Who was responsible for a case at a moment. */
export const responsibleAnswer = z
  .object({
    caseId,
    at,
    responsible: z
      .object({
        administration,
        unit,
        person: person.nullable(),
        basis: z.enum(['raised', 'handOver', 'accepted', 'duty', 'reopened', 'returned', 'closed']),
        from: at,
        to: at.nullable(),
      })
      .nullable()
      .meta({ description: 'Null before the case was raised, and while it was closed' }),
  })
  .meta({ id: 'ResponsibleAt' })

export type ResponsibleAnswer = z.infer<typeof responsibleAnswer>
