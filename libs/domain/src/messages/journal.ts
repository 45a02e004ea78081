import { z } from 'zod'
import { instant } from '../forms/index.js'
import { people } from '../organisation/index.js'
import { ledger } from '../processes/ledger.js'

/** A case that has closed and has to be journalised. */
export const journalInput = z.object({
  caseId: z.string(),
  practice: z.object({ startsAt: instant }).nullable(),
  people,
  ledger: ledger.optional(),
})
export type JournalInput = z.infer<typeof journalInput>
