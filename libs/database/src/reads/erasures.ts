import type { Selection } from 'kysely'
import type { Db } from '../connection/connect.js'
import type { Database } from '../tables/database.js'

const columns = [
  'certificates.case_id as code',
  'certificates.administration',
  'certificates.practice',
  'certificates.process',
  'certificates.grounds',
  'certificates.requester',
  'certificates.requested_at as requestedAt',
  'certificates.outcome',
  'certificates.obstacle',
  'certificates.certificate',
  'certificates.hash',
  'certificates.text_ref as textRef',
] as const

/** An erasure as it stands in one administration. `caseId` is the case, until it is erased. */
export interface ErasurePart extends Selection<Database, 'certificates', (typeof columns)[number]> {
  readonly step: string | null
  readonly done: boolean
  readonly caseId: string | null
  /** The numbers it has in the administration's own case system, likewise. */
  readonly caseNumbers: readonly string[]
}

/** An erasure in each administration. One round trip. */
export async function erasureParts(db: Db, args: { code: string }): Promise<ErasurePart[]> {
  const rows = await db
    .selectFrom('certificates')
    .innerJoin('processes', 'processes.id', 'certificates.process')
    .leftJoin('erasures', 'erasures.process', 'certificates.process')
    .select(columns)
    .select(eb => [
      'processes.step',
      'erasures.case_id as caseId',
      eb
        .selectFrom('handovers')
        .whereRef('handovers.case_id', '=', 'erasures.case_id')
        .whereRef('handovers.administration', '=', 'certificates.administration')
        .select(sub => sub.fn<string[] | null>('array_agg', [sub.ref('handovers.case_number')]).as('numbers'))
        .where('handovers.case_number', 'is not', null)
        .as('caseNumbers'),
      eb('processes.status', '=', 'closed').as('done'),
    ])
    .where('certificates.case_id', '=', args.code)
    .orderBy('certificates.process')
    .execute()
  return rows.map(row => ({ ...row, done: Boolean(row.done), caseNumbers: row.caseNumbers ?? [] }))
}

const itemColumns = [
  'item as case',
  'ended_on as endedOn',
  'rule',
  'decision',
  'reason',
  'next_on as nextOn',
  'decided_at as decidedAt',
  'decided_by as decidedBy',
] as const

/** A case of a month's list, and what was decided. */
export type RetentionRow = Selection<Database, 'retention_items', (typeof itemColumns)[number]>

/** The cases of a month's list. */
export async function retentionList(db: Db, args: { process: string }): Promise<RetentionRow[]> {
  return await db
    .selectFrom('retention_items')
    .select(itemColumns)
    .where('process', '=', args.process)
    .orderBy('ended_on')
    .orderBy('item')
    .execute()
}
