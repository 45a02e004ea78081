import { z } from 'zod'
import { instant } from '../forms/index.js'
import { clusterId, people } from '../organisation/index.js'
import { ledger } from '../processes/ledger.js'
import { quarterPattern } from '../visits/quarter.js'

/** The form with which a round is started: which cluster, and in which quarter. */
export const roundForm = z.strictObject({
  cluster: clusterId.meta({ title: 'Klynge' }),
  quarter: z.string().regex(quarterPattern, 'Kvartal, fx 2027-Q1').meta({ title: 'Kvartal' }),
})
export type RoundForm = z.infer<typeof roundForm>

/** A round as its process carries it. */
export const visitRoundInput = z.object({
  caseId: z.string(),
  practice: z.object({ startsAt: instant }).nullable(),
  cluster: z.string(),
  quarter: z.string(),
  /** Numbers of the cluster's institutions. */
  institutions: z.array(z.string()),
  people,
  ledger: ledger.optional(),
})
export type VisitRoundInput = z.infer<typeof visitRoundInput>

/** A concern was raised on the spot, at one of the round's visits. */
export const enquiryRaised = z.object({ visit: z.string(), case: z.string() })
export type EnquiryRaised = z.infer<typeof enquiryRaised>
