import type { CaseEvent } from '@brobygger/domain/events'
import { sql } from 'kysely'
import type { Db } from '../connection/connect.js'
import { mergeChanges } from '../project/merge-changes.js'
import { project } from '../project/project.js'
import type { Batch } from './record.js'

/**
 * Writes a batch in the place of what the log holds under its numbers and after them. A worker that dies after it has
 * recorded, and before the engine hears of it, leaves events of an attempt that never came to be: the next attempt may
 * have another time, another order, another answer from outside. Only a batch that stands in the process's history may
 * do this; it is what happened. What was voided stays in `voided_events`.
 * @throws DatabaseError `database-refused` when the role may not write for this administration, `database-unavailable`
 */
export async function restate(db: Db, { events, ledger }: Batch): Promise<void> {
  const [first] = events
  if (first === undefined) throw new RangeError('A batch holds at least one event')
  await db.transaction().execute(async transaction => {
    await sql`select brobygger.void_events(${first.process}, ${first.seq})`.execute(transaction)
    const { rows: kept } = await sql<CaseEvent>`
      select process, seq, case_id as "caseId", administration, practice, at, "by", body from brobygger.events
      where case_id = ${first.caseId} and administration = ${first.administration} order by position
    `.execute(transaction)
    const changes = mergeChanges([...kept, ...events].flatMap(project))
    await sql`
      select brobygger.record(${JSON.stringify(events)}, ${JSON.stringify(changes)}, ${ledger && JSON.stringify(ledger)})
    `.execute(transaction)
  })
}
