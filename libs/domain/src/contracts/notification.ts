import { z } from 'zod'
import { ageBand, category } from '../codes/index.js'
import { instant, personId, vaultRef } from '../forms/index.js'

const contract = z.literal('notification')
const message = { contract, caseId: z.string(), offer: z.string(), practice: z.boolean() }

/** Children and youth notifies the family group. A notification cannot be declined: responsibility moves with it. */
export const notificationOffer = z.object({
  ...message,
  at: instant,
  notifier: personId,
  notifierRole: z.enum(['socialWorker', 'raiser']),
  institution: z.string(),
  ageBand,
  mainCategory: category,
  abuse: z.boolean(),
  acute: z.boolean(),
  parentsTold: z.enum(['both', 'one', 'none']),
  siblings: z.boolean(),
  interpreter: z.boolean(),
  text: vaultRef,
  /** `next` is the next one up; offers from before it was told have none. */
  leaders: z.object({ sender: personId, receiver: personId, next: personId.optional() }),
})
export type NotificationOffer = z.infer<typeof notificationOffer>

/** The receipt carries the moment from which the 24 hours, the six weekdays and the four months run. */
export const notificationReceipt = z.object({ contract, offer: z.string(), received: z.literal(true) })
export type NotificationReceipt = z.infer<typeof notificationReceipt>
