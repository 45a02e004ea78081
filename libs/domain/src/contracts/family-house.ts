import { z } from 'zod'
import { ageBand, category, houseKind } from '../codes/index.js'
import { instant, personId } from '../forms/index.js'

const contract = z.literal('family-house')
const message = { contract, caseId: z.string(), offer: z.string(), practice: z.boolean() }

/**
 * Children and youth recommends a family to the family house, straight from anonymous counselling. Nobody is named and
 * no text crosses: the family brings the case code, and tells its own story.
 */
export const courseOffer = z.object({
  ...message,
  at: instant,
  houseKind,
  ageBand,
  mainCategory: category,
  interpreter: z.boolean(),
  socialWorker: personId,
  /** `next` is the next one up; offers from before it was told have none. */
  leaders: z.object({ sender: personId, receiver: personId, house: personId, next: personId.optional() }),
})
export type CourseOffer = z.infer<typeof courseOffer>

/** The receipt says only that the recommendation arrived; what came of it is a message of its own. */
export const courseReceipt = z.object({ contract, offer: z.string(), received: z.literal(true) })
export type CourseReceipt = z.infer<typeof courseReceipt>

/** The sender takes a recommendation back. */
export const courseRevocation = z.object({
  ...message,
  at: instant,
  reason: z.enum(['revoked', 'consentWithdrawn', 'caseClosed']),
})
export type CourseRevocation = z.infer<typeof courseRevocation>
