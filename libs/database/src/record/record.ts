import type { CaseEvent } from '@brobygger/domain/events'
import type { Ledger } from '@brobygger/domain/processes'
import { sql } from 'kysely'
import type { Db } from '../connection/connect.js'
import { mergeChanges } from '../project/merge-changes.js'
import { project } from '../project/project.js'

/** What a process writes down at once. */
export interface Batch {
  /** Events of one process, with consecutive numbers; at least one. */
  readonly events: readonly CaseEvent[]
  /** The process's ledger after these events; null leaves the last one. */
  readonly ledger: Ledger | null
}

/**
 * Writes events, what they change in the read model, and the ledger: all of it, or nothing. Idempotent on the
 * number of the events in their process. One round trip.
 * @returns false when the batch was there already
 * @throws DatabaseError `record-conflict` when other events have these numbers, `database-refused` when the role may
 * not write for this administration, `database-unavailable`
 */
export async function record(db: Db, batch: Batch): Promise<boolean> {
  const { events, ledger } = batch
  if (events.length === 0 || new Set(events.map(event => event.process)).size > 1) {
    throw new RangeError('A batch holds events of one process, and at least one')
  }
  const changes = mergeChanges(events.flatMap(project))
  const { rows } = await sql<{ record: boolean }>`
    select brobygger.record(${JSON.stringify(events)}, ${JSON.stringify(changes)}, ${ledger && JSON.stringify(ledger)})
  `.execute(db)
  return rows[0]?.record === true
}
