import { z } from 'zod'
import { handOverReason, unit } from '../codes/index.js'
import { instant, isoDate, personId } from '../forms/index.js'
import { people } from '../organisation/index.js'
import { ledger } from '../processes/ledger.js'

/** A bulk hand-over as its process carries it in one administration. */
export const bulkHandOverInput = z.object({
  caseId: z.string(),
  practice: z.object({ startsAt: instant }).nullable(),
  by: personId,
  from: personId,
  to: personId,
  reason: handOverReason,
  returnOn: isoDate.optional(),
  /** Only these cases; everything when left out. */
  cases: z.array(z.string()).optional(),
  /** The colleague's own unit here: its leader decides on what is left. */
  unit,
  people,
  ledger: ledger.optional(),
})
export type BulkHandOverInput = z.infer<typeof bulkHandOverInput>
