import { z } from 'zod'
import { registerTelling } from '../codes/index.js'
import { instant } from '../forms/index.js'

/** The sender's case tells whoever has taken it over what the register of persons says of the child: codes alone. */
export const childNews = z.object({
  contract: z.enum(['referral', 'notification']),
  caseId: z.string(),
  offer: z.string(),
  practice: z.boolean(),
  at: instant,
  told: z.array(registerTelling).min(1),
})
export type ChildNews = z.infer<typeof childNews>
