import {
  administration,
  erasureGround,
  erasureObstacle,
  requester,
  retentionDecision,
  retentionReason,
} from '@brobygger/domain/codes'
import { certificate } from '@brobygger/domain/messages'
import { ruleId } from '@brobygger/domain/policy'
import { z } from 'zod'
import { caseId, processId } from '../ids.js'
import { at, date, person, textRef } from '../shapes/common.js'
import { textsByRef } from '../storage/texts.js'

const code = caseId.meta({ description: 'Code of the erasure, or of the list', example: 'k7qm4d2x9a' })

/** What whoever began it gets back. */
export const rightsReceipt = z
  .object({ code, processes: z.array(processId).meta({ description: 'One in each administration' }) })
  .meta({ id: 'RightsReceipt' })

const erasurePart = z.object({
  administration,
  process: processId,
  stage: z.string().nullable(),
  done: z.boolean(),
  caseId: caseId.nullable().meta({ description: 'The case, to its own people and until it is erased' }),
  caseNumbers: z
    .array(z.string())
    .readonly()
    .meta({ description: 'The numbers it has in the administration’s own case system, likewise' }),
  outcome: z.enum(['erased', 'refused']).nullable(),
  obstacle: erasureObstacle.nullable(),
  textRef: textRef.nullable(),
  certificate: certificate.nullable(),
  hash: z.string().nullable().meta({ description: 'SHA-256 of the certificate as canonical JSON' }),
})

/** An erasure with its certificate, in each administration. */
export const erasureDetail = z
  .object({
    code,
    practice: z.boolean(),
    grounds: erasureGround,
    requester: requester.nullable(),
    requestedAt: at,
    done: z.boolean(),
    parts: z.array(erasurePart),
    texts: textsByRef,
  })
  .meta({ id: 'Erasure' })

/** The cases of a month's list. */
export const retentionDetail = z
  .object({
    process: processId,
    items: z
      .array(
        z.object({
          case: z.string().meta({ description: 'The case; a random reference once it is erased' }),
          endedOn: date,
          rule: ruleId,
          decision: retentionDecision.nullable(),
          reason: retentionReason.nullable(),
          nextOn: date.nullable(),
          decidedAt: at.nullable(),
          decidedBy: person.nullable(),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'RetentionList' })
