import { z } from 'zod'
import { administration, erasureGround, erasureStep, requester, unit } from '../codes/index.js'
import { instant, isoDate, personId, vaultRef } from '../forms/index.js'
import { people } from '../organisation/index.js'
import { ruleId } from '../policy/index.js'
import { ledger } from '../processes/ledger.js'

/** Two people who decided that a case is erased: never the same one. */
const approved = z.object({ checkedBy: personId, approvedBy: personId })
export type Approved = z.infer<typeof approved>

/**
 * An erasure as its process carries it in one administration, under a code of its own. Which case it is about is not in
 * it: the process outlives the case.
 */
export const erasureInput = z.object({
  caseId: z.string(),
  practice: z.object({ startsAt: instant }).nullable(),
  by: personId,
  grounds: erasureGround,
  /** Who asked; null where nobody did. */
  requester: requester.nullable(),
  /** Where a list of cases was decided and approved as a whole. */
  approved: approved.nullable(),
  text: vaultRef.optional(),
  unit,
  people,
  ledger: ledger.optional(),
})
export type ErasureInput = z.infer<typeof erasureInput>

/** How many of what. */
export const erasureCounts = z.record(z.string(), z.int().nonnegative())
export type ErasureCounts = z.infer<typeof erasureCounts>

/** What was erased, when, by which steps and people; nothing in it leads to the case. */
export const certificate = z.object({
  version: z.literal(1),
  erasure: z.string(),
  administration,
  practice: z.boolean(),
  grounds: erasureGround,
  ...approved.shape,
  begunAt: instant,
  doneAt: instant,
  steps: z.array(z.object({ step: erasureStep, counts: erasureCounts })),
  /** From this day on no backup of the key store holds a key of the case. */
  keyBackupsExpireOn: isoDate,
})
export type Certificate = z.infer<typeof certificate>

/** A case that has been kept as long as its rule says. */
export const retentionItem = z.object({ case: z.string(), endedOn: z.iso.date(), rule: ruleId })
export type RetentionItem = z.infer<typeof retentionItem>

/** The list of a month as its process carries it in one administration. */
export const retentionInput = z.object({
  caseId: z.string(),
  practice: z.object({ startsAt: instant }).nullable(),
  by: personId.nullable(),
  unit,
  people,
  ledger: ledger.optional(),
})
export type RetentionInput = z.infer<typeof retentionInput>
