import { jsonObjectFrom } from 'kysely/helpers/postgres'
import type { Db } from '../connection/connect.js'
import { deadlineColumns, taskColumns, type DeadlineRow, type TaskRow } from './columns.js'

/** A task with its deadline. */
export interface TaskWithDeadline extends TaskRow {
  readonly deadline: DeadlineRow | null
}

/** A task, open or not, or null. One round trip. */
export async function taskById(db: Db, args: { task: string }): Promise<TaskWithDeadline | null> {
  const row = await db
    .selectFrom('tasks')
    .select(taskColumns)
    .select(eb =>
      jsonObjectFrom(
        eb.selectFrom('deadlines').select(deadlineColumns).whereRef('deadlines.id', '=', 'tasks.id'),
      ).as('deadline'),
    )
    .where('tasks.id', '=', args.task)
    .executeTakeFirst()
  return row ?? null
}

/** The deadline of a task or a consent, or null. One round trip. */
export async function deadlineById(db: Db, args: { deadline: string }): Promise<DeadlineRow | null> {
  const row = await db
    .selectFrom('deadlines')
    .select(deadlineColumns)
    .where('id', '=', args.deadline)
    .executeTakeFirst()
  return row ?? null
}
