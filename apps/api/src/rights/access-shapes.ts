import {
  accessKind,
  accessRefusal,
  administration,
  redaction,
  redactionGround,
  requester,
} from '@brobygger/domain/codes'
import { z } from 'zod'
import { caseId, processId } from '../ids.js'
import { at, date, person, textRef } from '../shapes/common.js'
import { protectionShape } from '../shapes/protection.js'
import { textsByRef } from '../storage/texts.js'

const code = caseId.meta({ description: 'Code of the request', example: 'k7qm4d2x9a' })

/** What whoever wrote the request down gets back. */
export const accessReceipt = z
  .object({
    code,
    processes: z.array(processId).meta({ description: 'One in each administration that holds a part' }),
  })
  .meta({ id: 'AccessRequestReceipt' })

const itemShape = z.object({
  item: textRef.meta({ description: 'Reference of the text, as `redactText` is about it' }),
  kind: z.string().meta({ description: 'Type of the event that holds it' }),
  ofCase: caseId,
  leftOut: z.boolean(),
  decision: redaction.nullable(),
  grounds: z.array(redactionGround).nullable(),
  textRef: textRef.nullable().meta({ description: 'The text as it is shown, with the reason' }),
  decidedBy: person.nullable(),
})

/** The request as it stands in one administration. */
const partShape = z.object({
  administration,
  process: processId,
  stage: z.string().nullable(),
  done: z.boolean(),
  extendedUntil: date.nullable(),
  extensionInTime: z.boolean().nullable(),
  outcome: z.enum(['sent', 'refused']).nullable(),
  refusal: accessRefusal.nullable(),
  answerTextRef: textRef.nullable(),
  answeredAt: at.nullable(),
  answeredBy: person.nullable(),
  items: z
    .array(itemShape)
    .readonly()
    .meta({ description: 'What is held; empty for another administration than one’s own' }),
})

/** A request for access with each administration's part. */
export const accessDetail = z
  .object({
    code,
    practice: z.boolean(),
    kind: accessKind,
    requester,
    receivedAt: at,
    cases: z.array(caseId),
    textRef: textRef.nullable(),
    done: z.boolean(),
    protection: protectionShape,
    parts: z.array(partShape),
    texts: textsByRef,
  })
  .meta({ id: 'AccessRequest' })
