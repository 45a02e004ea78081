import type { Db } from '../connection/connect.js'
import type { Instant } from '../tables/owner.js'

/** A process that waits for a system outside. */
export interface WaitingProcess {
  readonly process: string
  readonly caseId: string
  readonly administration: string
  readonly practice: boolean
  readonly system: string
  readonly since: Instant
}

/** Every process that waits for a system outside, the longest wait first. One round trip. */
export async function waiting(db: Db): Promise<WaitingProcess[]> {
  return await db
    .selectFrom('waits')
    .select(['process', 'case_id as caseId', 'administration', 'practice', 'system', 'since'])
    .where('ended_at', 'is', null)
    .orderBy('since')
    .orderBy('process')
    .execute()
}
