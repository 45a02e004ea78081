import type { Label, Unit } from '@brobygger/domain/codes'
import { sql } from 'kysely'
import { jsonObjectFrom } from 'kysely/helpers/postgres'
import type { Db } from '../connection/connect.js'
import { taskColumns, type TaskRow } from './columns.js'
import { instantAndId, pageOf, type Page, type PageRequest } from './page.js'
import { notHidden } from './visible.js'

/** A task as the worklist shows it. */
export interface WorklistItem extends TaskRow {
  /** Why it is due when it is due. */
  readonly deadline: { readonly rule: string; readonly explanation: Label } | null
}

/** `mine`: the person's own. `team`: all of the units, also unassigned. `overdue`: those of the units that are late. */
export type WorklistView = 'mine' | 'team' | 'overdue'

/**
 * Open tasks, the most urgent first, without those of cases hidden from the person. One round trip.
 * @param args.person who looks
 * @param args.units the units they work in; `mine` does not look at it
 * @param args.practice true for practice cases only, false for real ones only, both when left out
 * @throws CursorError
 */
export async function worklist(
  db: Db,
  args: PageRequest & {
    view: WorklistView
    person: string
    units: readonly Unit[]
    practice?: boolean | undefined
  },
): Promise<Page<WorklistItem>> {
  let query = db
    .selectFrom('tasks')
    .select(taskColumns)
    .select(eb =>
      jsonObjectFrom(
        eb.selectFrom('deadlines').select(['rule', 'explanation']).whereRef('deadlines.id', '=', 'tasks.id'),
      ).as('deadline'),
    )
    .where('tasks.status', '=', 'open')
    .where(notHidden({ caseId: 'tasks.case_id', person: args.person }))
    .orderBy('tasks.due_at')
    .orderBy('tasks.id')
    .limit(args.limit + 1)
  if (args.view === 'mine') query = query.where('tasks.person', '=', args.person)
  else query = query.where('tasks.unit', '=', sql<Unit>`any (${args.units}::text[])`)
  if (args.view === 'overdue') query = query.where('tasks.overdue', '=', true)
  if (args.practice !== undefined) query = query.where('tasks.practice', '=', args.practice)
  if (args.cursor !== undefined) {
    const [dueAt, id] = instantAndId(args.cursor)
    query = query.where(sql<boolean>`(tasks.due_at, tasks.id) > (${dueAt}::timestamptz, ${id})`)
  }
  return pageOf(await query.execute(), args.limit, row => [row.dueAt, row.id])
}
