import type { Administration } from '@brobygger/domain/codes'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '../connection/connect.js'
import { isHeldBy } from './held-processes.js'
import { pageOf, processOfCursor, type Page, type PageRequest } from './page.js'
import { stage } from './stage.js'
import { isProcessOf, notHidden, type Viewer } from './visible.js'

/** An open process in which somebody has a part or a task. */
export interface HeldProcess {
  readonly process: string
  readonly caseId: string
  readonly kind: string
  readonly administration: Administration
  readonly practice: boolean
  /** Number and title of the step; null before the first. */
  readonly stage: string | null
  /** Their open tasks in it, the most urgent first. */
  readonly tasks: readonly { readonly id: string; readonly kind: string; readonly dueOn: string }[]
}

/** How many processes of a kind somebody has a part in. */
export interface KindCount {
  readonly kind: string
  readonly processes: number
}

/** Whose work is looked at, and by whom: what is hidden from the viewer is not counted. */
interface WorkOf {
  readonly person: string
  readonly viewer: Viewer
  readonly practice?: boolean | undefined
}

/** How much somebody holds, by kind of process. One round trip. */
export async function countsOfWork(db: Db, of: WorkOf): Promise<KindCount[]> {
  return await held(db, of)
    .select(eb => ['processes.kind', eb.fn.countAll<number>().as('processes')])
    .groupBy('processes.kind')
    .orderBy('processes.kind')
    .execute()
}

/** What somebody holds, in the order of the processes' ids. One round trip. @throws CursorError */
export async function workOf(db: Db, of: WorkOf & PageRequest): Promise<Page<HeldProcess>> {
  let query = held(db, of)
    .select(eb => [
      'processes.id as process',
      'processes.case_id as caseId',
      'processes.kind',
      'processes.administration',
      'processes.practice',
      'processes.step',
      jsonArrayFrom(
        eb
          .selectFrom('tasks')
          .select(['tasks.id', 'tasks.kind', 'tasks.due_on as dueOn'])
          .whereRef('tasks.process', '=', 'processes.id')
          .where('tasks.status', '=', 'open')
          .where('tasks.person', '=', of.person)
          .orderBy('tasks.due_at')
          .orderBy('tasks.id'),
      ).as('tasks'),
    ])
    .orderBy('processes.id')
    .limit(of.limit + 1)
  if (of.cursor !== undefined) query = query.where('processes.id', '>', processOfCursor(of.cursor))
  const rows = (await query.execute()).map(({ step, ...row }) => ({
    ...row,
    stage: stage({ kind: row.kind, step }),
  }))
  return pageOf(rows, of.limit, row => [row.process])
}

function held(db: Db, { person, viewer, practice }: WorkOf) {
  const query = db
    .selectFrom('processes')
    .where('processes.status', '=', 'open')
    .where(isHeldBy(person))
    .where(notHidden({ caseId: 'processes.case_id', person: viewer.person }))
    .where(isProcessOf(viewer, 'processes'))
  return practice === undefined ? query : query.where('processes.practice', '=', practice)
}
