import { z } from 'zod'
import { notificationOffer, referralOffer } from '../contracts/index.js'
import { instant } from '../forms/index.js'
import { people } from '../organisation/index.js'
import { ledger } from '../processes/ledger.js'

const started = {
  caseId: z.string(),
  practice: z.object({ startsAt: instant }).nullable(),
  people,
  ledger: ledger.optional(),
}

/** A referral as the family group's process carries it: the offer, and who handles it. */
export const referralInput = z.object({ ...started, offer: referralOffer })
export type ReferralInput = z.infer<typeof referralInput>

/** A notification as the family group's process carries it. */
export const notificationInput = z.object({ ...started, offer: notificationOffer })
export type NotificationInput = z.infer<typeof notificationInput>

/** The sender has taken the offer back. */
export const revokeReferral = z.object({ reason: z.enum(['revoked', 'consentWithdrawn', 'caseClosed']) })
export type RevokeReferral = z.infer<typeof revokeReferral>
