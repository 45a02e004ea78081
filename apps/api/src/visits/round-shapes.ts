import { visitParticipant, visitStatus } from '@brobygger/domain/codes'
import { z } from 'zod'
import { caseId, roundId, visitId } from '../ids.js'
import { at, date, owned, pageOf, person, textRef } from '../shapes/common.js'
import { textsByRef } from '../storage/texts.js'

/** A round of visits, as a list shows it. */
const roundShape = z
  .object({
    ...owned,
    process: roundId,
    cluster: z.string(),
    quarter: z.string(),
    institutions: z.array(z.string()),
    decided: z
      .boolean()
      .nullable()
      .meta({ description: 'Whether a person decided on the weights; null before' }),
    openedAt: at,
    plannedAt: at.nullable(),
    status: z.enum(['open', 'closed']),
    step: z.string().nullable(),
  })
  .meta({ id: 'VisitRound' })

export const roundPage = pageOf(roundShape).meta({ id: 'VisitRoundPage' })

const visitShape = z
  .object({
    id: visitId,
    institution: z.string(),
    plannedOn: date,
    status: visitStatus,
    colleague: person.nullable().meta({ description: 'Who makes it instead of the social worker' }),
    agenda: z.array(caseId).meta({ description: 'Open concerns of the institution when it was prepared' }),
    discussed: z.array(z.string()),
    enquiries: z.array(caseId).meta({ description: 'Concerns raised on the spot' }),
    present: z.array(z.object({ who: visitParticipant, count: z.int() })).nullable(),
    heldOn: date.nullable(),
    heldBy: person.nullable(),
    missedAt: at.nullable(),
    moved: z.int().meta({ description: 'How often it got another date' }),
    textRef: textRef.nullable(),
  })
  .meta({ id: 'Visit' })

/** A round with the weights and what they rest on, the plan, and every visit. */
export const roundDetail = roundShape
  .extend({
    burdens: z
      .array(
        z.object({
          institution: z.string(),
          concerns: z.int(),
          severe: z.int(),
          weight: z.int().meta({ description: 'The weight that was proposed' }),
        }),
      )
      .nullable(),
    weights: z.array(z.object({ institution: z.string(), weight: z.int() })).nullable(),
    weighedBy: person.nullable(),
    textRef: textRef.nullable(),
    shares: z.array(z.object({ institution: z.string(), hours: z.number(), visits: z.int() })).nullable(),
    leftOut: z
      .array(z.object({ institution: z.string(), month: z.string(), visits: z.int() }))
      .nullable()
      .meta({ description: 'Visits that a month has no open days for' }),
    visits: z.array(visitShape).readonly(),
    texts: textsByRef,
  })
  .meta({ id: 'VisitRoundDetail' })

/** What whoever started a round gets back. */
export const roundReceipt = z
  .object({ caseId: owned.caseId, process: roundId })
  .meta({ id: 'VisitRoundReceipt' })
