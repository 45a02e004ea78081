import {
  ageBand,
  category,
  declineReason,
  houseDeclineReason,
  measure,
  offerBasis,
  screening,
  unit,
} from '@brobygger/domain/codes'
import { contractNames, sentDocument } from '@brobygger/domain/contracts'
import { z } from 'zod'
import { caseId, consentId, offerId, processId } from '../ids.js'
import { at, date, owned, person, textRef } from './common.js'

const contract = z.enum(contractNames)

/** One side's view of an offer to another administration. */
export const handoverSideShape = z
  .object({
    ...owned,
    offer: offerId,
    process: processId,
    direction: z.enum(['sent', 'received']),
    contract,
    basis: offerBasis,
    status: z.enum(['offered', 'delivered', 'accepting', 'accepted', 'declined', 'revoked']),
    toUnit: unit.nullable(),
    consent: consentId.or(z.string()).nullable(),
    ageBand: ageBand.nullable(),
    mainCategory: category.nullable(),
    offeredAt: at,
    deliveredAt: at.nullable(),
    answeredAt: at.nullable(),
    person: person.nullable(),
    screening: screening.nullable(),
    caseNumber: z.string().nullable().meta({ description: "In the receiver's own case system" }),
    declineReason: declineReason.or(houseDeclineReason).nullable(),
    revokeReason: z.enum(['revoked', 'consentWithdrawn', 'caseClosed']).nullable(),
    documents: z
      .array(sentDocument.meta({ id: 'SentDocument' }))
      .nullable()
      .meta({ description: 'What is attached, and on what basis each' }),
    siblings: z.array(caseId).nullable().meta({ description: "The receiver's side: cases of siblings" }),
    textRef: textRef.nullable(),
    answerTextRef: textRef.nullable(),
  })
  .meta({ id: 'HandoverSide' })

/** An offer to another administration, as both sides see it. */
export const handoverShape = z
  .object({
    offer: offerId,
    caseId: owned.caseId,
    practice: owned.practice,
    contract,
    sent: handoverSideShape.nullable(),
    received: handoverSideShape.nullable(),
  })
  .meta({ id: 'Handover' })

/** What the receiver reported of the help that came of it. */
export const helpReportShape = z
  .object({
    process: processId,
    offer: offerId.or(z.string()),
    report: z.string(),
    measure: measure.nullable(),
    on: date,
    at,
  })
  .meta({ id: 'HelpReport' })
