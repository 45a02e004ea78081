/** Messages as earlier versions of the contracts have them; they are served as long as a case speaks one. */
import type { z } from 'zod'
import { offerBasis } from '../codes/index.js'
import { referralDecline, referralOffer, type ReferralDecline, type ReferralOffer } from './referral.js'

/** A referral before documents had a basis each, and before it could name a caseworker or sisters and brothers. */
export const referralOfferV1 = referralOffer
  .omit({ attached: true, caseworker: true, siblings: true })
  .extend({ basis: offerBasis.extract(['consent', 'duty']) })
export type ReferralOfferV1 = z.infer<typeof referralOfferV1>

/** A decline before it could name the caseworker whom the family has already. */
export const referralDeclineV1 = referralDecline.omit({ caseworker: true })
export type ReferralDeclineV1 = z.infer<typeof referralDeclineV1>

/**
 * A referral in the words of version 1; `null` when they cannot say it. A basis of its own for a document, or a
 * disclosure in spite of a missing consent, must not arrive as something else.
 */
export function referralOfferAsV1(offer: ReferralOffer): ReferralOfferV1 | null {
  const { attached, caseworker: _caseworker, siblings: _siblings, basis, ...rest } = offer
  if (basis === 'override' || attached?.some(document => document.basis !== 'consent') === true) return null
  return { ...rest, basis }
}

/** A decline in the words of version 1: who the caseworker is must be asked for. */
export function referralDeclineAsV1({ caseworker: _, ...rest }: ReferralDecline): ReferralDeclineV1 {
  return rest
}
