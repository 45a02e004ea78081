import { z } from 'zod'
import { instant } from '../forms/index.js'
import { helpReported } from '../messages/concern.js'

/** The receiver of an offer tells the sender's case what became of it, under the offer's contract. */
export const offerReport = z.object({
  contract: z.enum(['referral', 'notification', 'family-house']),
  caseId: z.string(),
  offer: z.string(),
  practice: z.boolean(),
  at: instant,
  report: helpReported,
})
export type OfferReport = z.infer<typeof offerReport>
