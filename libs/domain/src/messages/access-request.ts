import { z } from 'zod'
import { accessKind, redaction, redactionGround, requester, unit } from '../codes/index.js'
import { instant, personId, vaultRef } from '../forms/index.js'
import { people } from '../organisation/index.js'
import { ledger } from '../processes/ledger.js'

/** A request for access as its process carries it in one administration. */
export const accessRequestInput = z.object({
  caseId: z.string(),
  practice: z.object({ startsAt: instant }).nullable(),
  by: personId,
  kind: accessKind,
  requester,
  /** When it came in: the clock runs from then, not from when somebody wrote it down. */
  receivedAt: instant,
  /** The cases it is about. */
  cases: z.array(z.string()).min(1),
  /** What was asked for, in their words; where the request was taken in only. */
  text: vaultRef.optional(),
  /** The unit that answers for the administration. */
  unit,
  people,
  ledger: ledger.optional(),
})
export type AccessRequestInput = z.infer<typeof accessRequestInput>

/** A text that is held: its reference, what wrote it, and in which case. */
export const accessItem = z.object({ item: vaultRef, kind: z.string(), case: z.string() })
export type AccessItem = z.infer<typeof accessItem>

/** What becomes of one text. `shown` refers to the text as it is shown, with its reason. */
export const redactedItem = z.object({
  item: vaultRef,
  decision: redaction,
  grounds: z.array(redactionGround),
})
export type RedactedItem = z.infer<typeof redactedItem>
