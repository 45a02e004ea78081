import type { Label } from '@brobygger/domain/codes'
import { sql } from 'kysely'
import { jsonObjectFrom } from 'kysely/helpers/postgres'
import type { Db } from '../connection/connect.js'
import { taskColumns, type TaskRow } from './columns.js'
import { instantAndId, pageOf, type Page, type PageRequest } from './page.js'
import { waitsOf, type Wait } from './waits.js'
import { isTaskOf, notHidden, type Viewer } from './visible.js'

/** A task as the worklist shows it. */
export interface WorklistItem extends TaskRow {
  /** Why it is due when it is due. */
  readonly deadline: { readonly rule: string; readonly explanation: Label } | null
  /** What the case waits for outside, in the administration of the task; the longest wait first. */
  readonly waits: readonly Wait[]
}

/** `mine`: the person's own. `team`: also what waits where they work, and all where they lead. `overdue`: the late ones of these. */
export type WorklistView = 'mine' | 'team' | 'overdue'

/**
 * Open tasks, the most urgent first, without those of cases hidden from the person. One round trip.
 * @param args.viewer who looks
 * @param args.practice true for practice cases only, false for real ones only, both when left out
 * @throws CursorError
 */
export async function worklist(
  db: Db,
  args: PageRequest & {
    view: WorklistView
    viewer: Viewer
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
    .select(waitsOf(sql.ref('tasks.case_id'), sql.ref('tasks.administration')).as('waits'))
    .where('tasks.status', '=', 'open')
    .where(notHidden({ caseId: 'tasks.case_id', person: args.viewer.person }))
    .orderBy('tasks.due_at')
    .orderBy('tasks.id')
    .limit(args.limit + 1)
  if (args.view === 'mine') query = query.where('tasks.person', '=', args.viewer.person)
  else query = query.where(isTaskOf(args.viewer, 'tasks'))
  if (args.view === 'overdue') query = query.where('tasks.overdue', '=', true)
  if (args.practice !== undefined) query = query.where('tasks.practice', '=', args.practice)
  if (args.cursor !== undefined) {
    const [dueAt, id] = instantAndId(args.cursor)
    query = query.where(sql<boolean>`(tasks.due_at, tasks.id) > (${dueAt}::timestamptz, ${id})`)
  }
  return pageOf(await query.execute(), args.limit, row => [row.dueAt, row.id])
}
