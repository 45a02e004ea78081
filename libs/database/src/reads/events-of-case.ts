import type { CaseEvent } from '@brobygger/domain/events'
import type { Db } from '../connection/connect.js'
import { pageOf, position, type Page, type PageRequest } from './page.js'

/** An event as it was recorded. `position` is its place in the log. */
export interface RecordedEvent extends CaseEvent {
  readonly position: number
}

/**
 * Events of a case in the order they were recorded, of all its processes. One round trip.
 * @throws CursorError
 */
export async function eventsOfCase(
  db: Db,
  args: PageRequest & { caseId: string },
): Promise<Page<RecordedEvent>> {
  const rows = await db
    .selectFrom('events')
    .select([
      'position',
      'process',
      'seq',
      'case_id as caseId',
      'administration',
      'practice',
      'at',
      'by',
      'body',
    ])
    .where('case_id', '=', args.caseId)
    .where('position', '>', args.cursor === undefined ? 0 : position(args.cursor))
    .orderBy('position')
    .limit(args.limit + 1)
    .execute()
  return pageOf(rows, args.limit, row => [String(row.position)])
}
