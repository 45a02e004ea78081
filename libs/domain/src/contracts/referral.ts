import { z } from 'zod'
import { ageBand, category, declineReason, offerBasis, screening } from '../codes/index.js'
import { instant, personId, vaultRef } from '../forms/index.js'
import { sentDocument } from './document.js'

const contract = z.literal('referral')
/** Every message of a contract names the contract, so that it travels under the contract's transit key. */
const message = { contract, caseId: z.string(), offer: z.string(), practice: z.boolean() }

/** Children and youth offers a case to the family group. What is listed here is all that may cross. */
export const referralOffer = z.object({
  ...message,
  at: instant,
  ageBand,
  mainCategory: category,
  interpreter: z.boolean(),
  basis: offerBasis.extract(['consent', 'duty', 'override']),
  consent: z.string().nullable(),
  documents: z.array(z.string()),
  /** The same documents, each with its kind and basis; offers from before that have none. */
  attached: z.array(sentDocument).optional(),
  /** The caseworker it is addressed to, where the family already has one. */
  caseworker: personId.optional(),
  /** Cases of sisters and brothers that the receiver may know. */
  siblings: z.array(z.string()).optional(),
  text: vaultRef,
  socialWorker: personId,
  /** `next` is the next one up; offers from before it was told have none. */
  leaders: z.object({ sender: personId, receiver: personId, next: personId.optional() }),
})
export type ReferralOffer = z.infer<typeof referralOffer>

/** The receipt says only that the offer arrived; the answer comes as a message of its own. */
export const referralReceipt = z.object({ contract, offer: z.string(), received: z.literal(true) })
export type ReferralReceipt = z.infer<typeof referralReceipt>

/** The receiver wants to accept; the sender's case decides and answers with the moment of transfer. */
export const referralAcceptance = z.object({ ...message, at: instant, person: personId, screening })
export type ReferralAcceptance = z.infer<typeof referralAcceptance>

export const referralTransfer = z.object({
  contract,
  transferredAt: instant.nullable(),
  refused: z.enum(['revoked', 'unknown']).nullable(),
})
export type ReferralTransfer = z.infer<typeof referralTransfer>

export const referralDecline = z.object({
  ...message,
  at: instant,
  reason: declineReason,
  /** Who has the family already, where somebody does. */
  caseworker: personId.optional(),
  text: vaultRef.optional(),
})
export type ReferralDecline = z.infer<typeof referralDecline>

/** The sender takes the offer back, or the consent behind it was withdrawn. */
export const referralRevocation = z.object({
  ...message,
  at: instant,
  reason: z.enum(['revoked', 'consentWithdrawn', 'caseClosed']),
})
export type ReferralRevocation = z.infer<typeof referralRevocation>

export const acknowledged = z.object({
  contract: z.enum(['referral', 'notification', 'family-house']),
  acknowledged: z.literal(true),
})
export type Acknowledged = z.infer<typeof acknowledged>
