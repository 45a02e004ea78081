import { requester } from '@brobygger/domain/codes'
import { freeText } from '@brobygger/domain/forms'
import { z } from 'zod'
import { practiceStart } from '../practice/practice-start.js'

/** Body of `POST /cases/:id/erasure`. */
export const erasureBody = z
  .strictObject({
    requester: requester.meta({ title: 'Hvem beder om det' }),
    request: freeText('Hvad der bedes om').optional(),
  })
  .meta({ id: 'ErasureForm' })

/** Body of `POST /retention-lists`: for practice cases; real lists are begun by a schedule. */
export const retentionBody = z
  .strictObject({ practice: practiceStart.unwrap() })
  .meta({ id: 'RetentionListForm' })

export type ErasureBody = z.infer<typeof erasureBody>
export type RetentionBody = z.infer<typeof retentionBody>
