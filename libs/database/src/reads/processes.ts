import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '../connection/connect.js'
import type { Instant } from '../tables/owner.js'
import { processColumns, type ProcessRow } from './columns.js'
import { stage } from './stage.js'

/** A process, and what it waits for. */
export interface ProcessWithWaits extends ProcessRow {
  /** Number and title of the step, `4 Samtykke`; null before the first step. */
  readonly stage: string | null
  /** Systems outside that have not answered, and since when; the longest wait first. */
  readonly waiting: readonly { readonly system: string; readonly since: Instant }[]
}

/** The query for processes with what they wait for, to be narrowed. */
export function processesWithWaits(db: Db) {
  return db
    .selectFrom('processes')
    .select(processColumns)
    .select(eb =>
      jsonArrayFrom(
        eb
          .selectFrom('waits')
          .select(['system', 'since'])
          .whereRef('waits.process', '=', 'processes.id')
          .where('waits.ended_at', 'is', null)
          .orderBy('since'),
      ).as('waiting'),
    )
}

/** Adds the stage to a process. */
export function withStage<T extends { kind: string; step: string | null }>(
  row: T,
): T & { stage: string | null } {
  return { ...row, stage: stage(row) }
}

/** A process, or null. One round trip. */
export async function processById(db: Db, args: { process: string }): Promise<ProcessRow | null> {
  const row = await db
    .selectFrom('processes')
    .select(processColumns)
    .where('id', '=', args.process)
    .executeTakeFirst()
  return row ?? null
}

/** The processes of a case that have not ended, in whichever administration, oldest first. One round trip. */
export async function openProcessesOfCase(db: Db, args: { caseId: string }): Promise<ProcessRow[]> {
  return await db
    .selectFrom('processes')
    .select(processColumns)
    .where('case_id', '=', args.caseId)
    .where('status', '=', 'open')
    .orderBy('started_at')
    .orderBy('id')
    .execute()
}
