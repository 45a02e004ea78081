import type { Db } from '@brobygger/database'
import type { Journey } from './journey.js'

/** Place in the log of the case's last event; 0 when there is none. */
export async function lastPositionOf(db: Db, caseId: string): Promise<number> {
  const row = await db
    .selectFrom('events')
    .select('position')
    .where('case_id', '=', caseId)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.position ?? 0
}

/** What some processes recorded after a place in the log, in the order of the case's clock. */
export async function passedSince(
  db: Db,
  { caseId, position, processes }: { caseId: string; position: number; processes: readonly string[] },
): Promise<Journey['passed']> {
  const rows = await db
    .selectFrom('events')
    .select(['process', 'seq', 'at', 'type', 'body'])
    .where('case_id', '=', caseId)
    .where('process', 'in', processes)
    .where('position', '>', position)
    .orderBy('at')
    .orderBy('position')
    .execute()
  return rows.map(({ body, ...row }) => ({ ...row, task: 'task' in body ? body.task : null }))
}
