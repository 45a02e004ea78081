import { accessKind, requester } from '@brobygger/domain/codes'
import { freeText, instant } from '@brobygger/domain/forms'
import { z } from 'zod'
import { caseId } from '../ids.js'
import { practiceStart } from '../practice/practice-start.js'

/** Body of `POST /access-requests`. */
export const accessBody = z
  .strictObject({
    kind: accessKind.meta({ title: 'Efter hvilken ret' }),
    requester: requester.meta({ title: 'Hvem spørger' }),
    cases: z.array(caseId).min(1).max(20).meta({ title: 'Sager' }),
    receivedAt: instant.optional().meta({
      title: 'Modtaget',
      description: 'When it came in; now, when left out. The clock runs from then',
    }),
    request: freeText('Hvad der bedes om').optional(),
    practice: practiceStart,
  })
  .meta({ id: 'AccessRequestForm' })

export type AccessBody = z.infer<typeof accessBody>
