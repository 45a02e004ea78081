import { z } from 'zod'
import { unit } from '../codes/index.js'
import { instant, personId, vaultRef } from '../forms/index.js'
import { people } from '../organisation/index.js'
import { ledger } from '../processes/ledger.js'

/** The review of one urgent access as its process carries it in one administration, under a code of its own. */
export const accessReviewInput = z.object({
  caseId: z.string(),
  practice: z.object({ startsAt: instant }).nullable(),
  /** The case that was opened. */
  case: z.string(),
  /** Who took the access: they answer nothing here. */
  taker: personId,
  /** From when until when it was open, by the server's clock, also in a practice case. */
  takenAt: instant,
  until: instant,
  /** The reason that was given: it lies with the case, and goes with it. */
  text: vaultRef,
  /** The data-protection officer. */
  officer: personId,
  unit,
  /** The unit's leader's part is whoever reviews it; the next manager's is whoever is told when nobody does. */
  people,
  ledger: ledger.optional(),
})
export type AccessReviewInput = z.infer<typeof accessReviewInput>
