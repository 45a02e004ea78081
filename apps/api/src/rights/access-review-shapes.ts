import { administration } from '@brobygger/domain/codes'
import { z } from 'zod'
import { toldAccess } from '../access-log/log-shapes.js'
import { caseId, processId } from '../ids.js'
import { at, date, person, textRef } from '../shapes/common.js'
import { textsByRef } from '../storage/texts.js'

const look = toldAccess.extend({ outcome: z.enum(['allowed', 'refused']) }).meta({ id: 'ReviewedLook' })

/** The review as it stands in one administration. */
const part = z.object({
  administration,
  process: processId,
  stage: z.string().nullable(),
  done: z.boolean(),
  caseId: z.string().nullable().meta({
    description: 'The case that was opened, to whoever reviews it; a random reference once it is erased',
  }),
  textRef: textRef.nullable().meta({ description: 'The reason that was given' }),
  looks: z.array(look).nullable().meta({
    description: 'What was done with the case in the half hour, by the access log; to whoever reviews it',
  }),
  justified: z.boolean().nullable(),
  reviewedAt: at.nullable(),
  reviewedBy: person.nullable(),
  reviewTextRef: textRef.nullable(),
  breach: z.boolean().nullable().meta({ description: 'Whether it was a breach of personal data' }),
  reportedOn: date.nullable().meta({ description: 'When it was reported to the authority (art. 33)' }),
  toldOn: date.nullable().meta({ description: 'When the data subjects were told (art. 34)' }),
  assessedAt: at.nullable(),
  assessedBy: person.nullable(),
  breachTextRef: textRef.nullable(),
})

/** The review of an urgent access. */
export const accessReviewDetail = z
  .object({
    code: caseId.meta({ description: 'Code of the review', example: 'k7qm4d2x9a' }),
    practice: z.boolean(),
    person: person.meta({ description: 'Who took the access' }),
    takenAt: z.iso.datetime().meta({ description: 'By the real clock, also in a practice case' }),
    until: z.iso.datetime(),
    done: z.boolean(),
    parts: z.array(part),
    texts: textsByRef,
  })
  .meta({ id: 'AccessReview' })
export type AccessReviewDetail = z.infer<typeof accessReviewDetail>
