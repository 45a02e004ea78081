import type { Selection } from 'kysely'
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres'
import type { Db } from '../connection/connect.js'
import type { Database } from '../tables/database.js'

const bulkColumns = [
  'bulk_handovers.case_id as code',
  'bulk_handovers.administration',
  'bulk_handovers.practice',
  'bulk_handovers.process',
  'bulk_handovers.from_person as from',
  'bulk_handovers.to_person as to',
  'bulk_handovers.reason',
  'bulk_handovers.return_on as returnOn',
  'bulk_handovers.cases',
  'bulk_handovers.found',
  'bulk_handovers.started_at as startedAt',
] as const

const itemColumns = [
  'bulk_handover_items.item as process',
  'bulk_handover_items.outcome',
  'bulk_handover_items.to_person as to',
  'bulk_handover_items.at',
] as const

type Columns = typeof bulkColumns

/** What one process said to it. */
export type BulkHandOverItem = Selection<Database, 'bulk_handover_items', (typeof itemColumns)[number]>

/** A bulk hand-over as it stands in one administration. */
export interface BulkHandOverPart extends Selection<Database, 'bulk_handovers', Columns[number]> {
  readonly step: string | null
  readonly done: boolean
  readonly items: readonly BulkHandOverItem[]
  /** The leader's open task about what is left, if any. */
  readonly waiting: { readonly task: string; readonly person: string | null; readonly dueOn: string } | null
}

/** A bulk hand-over in each administration. One round trip. */
export async function bulkHandOver(db: Db, args: { code: string }): Promise<BulkHandOverPart[]> {
  const rows = await db
    .selectFrom('bulk_handovers')
    .innerJoin('processes', 'processes.id', 'bulk_handovers.process')
    .select(bulkColumns)
    .select(eb => [
      'processes.step',
      eb('processes.status', '=', 'closed').as('done'),
      jsonArrayFrom(
        eb
          .selectFrom('bulk_handover_items')
          .select(itemColumns)
          .whereRef('bulk_handover_items.process', '=', 'bulk_handovers.process')
          .orderBy('bulk_handover_items.item'),
      ).as('items'),
      jsonObjectFrom(
        eb
          .selectFrom('tasks')
          .select(['tasks.id as task', 'tasks.person', 'tasks.due_on as dueOn'])
          .whereRef('tasks.process', '=', 'bulk_handovers.process')
          .where('tasks.status', '=', 'open')
          .where('tasks.step', '=', 'leftover')
          .where('tasks.owed', '=', false),
      ).as('waiting'),
    ])
    .where('bulk_handovers.case_id', '=', args.code)
    .orderBy('bulk_handovers.process')
    .execute()
  return rows.map(row => ({ ...row, done: Boolean(row.done) }))
}
