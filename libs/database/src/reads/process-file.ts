import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '../connection/connect.js'
import * as columns from './columns.js'
import { processesWithWaits, withStage, type ProcessWithWaits } from './processes.js'

/** One process with what belongs to it. Texts are references to the vault. */
export interface ProcessFile extends ProcessWithWaits {
  /** The open ones, the most urgent first. */
  readonly tasks: readonly columns.TaskRow[]
  readonly deadlines: readonly columns.DeadlineRow[]
  readonly letters: readonly columns.LetterRow[]
}

/** A process with all that belongs to it, or null. One round trip. */
export async function processFile(db: Db, args: { process: string }): Promise<ProcessFile | null> {
  const { process } = args
  const row = await processesWithWaits(db)
    .select([
      jsonArrayFrom(
        db
          .selectFrom('tasks')
          .select(columns.taskColumns)
          .where('process', '=', process)
          .where('status', '=', 'open')
          .orderBy('due_at')
          .orderBy('id'),
      ).as('tasks'),
      jsonArrayFrom(
        db
          .selectFrom('deadlines')
          .select(columns.deadlineColumns)
          .where('process', '=', process)
          .orderBy('due_at')
          .orderBy('id'),
      ).as('deadlines'),
      jsonArrayFrom(
        db
          .selectFrom('letters')
          .select(columns.letterColumns)
          .where('process', '=', process)
          .orderBy('sent_at')
          .orderBy('seq'),
      ).as('letters'),
    ])
    .where('id', '=', process)
    .executeTakeFirst()
  return row === undefined ? null : withStage(row)
}
