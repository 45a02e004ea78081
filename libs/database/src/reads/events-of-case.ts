import type { CaseEvent } from '@brobygger/domain/events'
import { sql } from 'kysely'
import type { Db } from '../connection/connect.js'
import { pageOf, position, type Page, type PageRequest } from './page.js'
import type { Place } from './visible.js'

/** An event as it was recorded. `position` is its place in the log. */
export interface RecordedEvent extends CaseEvent {
  readonly position: number
}

/** Whose events are shown. */
export interface SeenEvents {
  readonly processes: readonly string[]
  /** Units whose authors' notes and documents are shown. */
  readonly entries: readonly Place[]
}

/** What people write outside any process stands under a name of the API's own, and belongs to its author's unit. */
function isSeen({ processes, entries }: SeenEvents) {
  const units = entries.map(({ administration, unit }) => `${administration}/${unit}`)
  return sql<boolean>`(events.process = any (${processes}::text[]) or (events.process like 'api-%' and exists (
    select from brobygger.staff_affiliations as own where own.person = events.by
      and own.administration = events.administration
      and own.administration || '/' || own.unit = any (${units}::text[]))))`
}

/**
 * Events of a case in the order they were recorded, as far as they are shown. One round trip.
 * @throws CursorError
 */
export async function eventsOfCase(
  db: Db,
  args: PageRequest & { caseId: string; seen: SeenEvents },
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
    .where(isSeen(args.seen))
    .where('position', '>', args.cursor === undefined ? 0 : position(args.cursor))
    .orderBy('position')
    .limit(args.limit + 1)
    .execute()
  return pageOf(rows, args.limit, row => [String(row.position)])
}
