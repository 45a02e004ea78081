import { sql, type Selection } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '../connection/connect.js'
import type { Database } from '../tables/database.js'
import { instantAndId, pageOf, type Page, type PageRequest } from './page.js'
import { isProcessOf, notHidden, type Viewer } from './visible.js'

const owned = ['case_id as caseId', 'administration', 'practice'] as const

const courseColumns = [
  ...owned,
  'process',
  'way',
  'house_kind as houseKind',
  'age_band as ageBand',
  'main_category as mainCategory',
  'interpreter',
  'referrer',
  'text_ref as textRef',
  'house_courses.status',
  'group_process as group',
  'decline_reason as declineReason',
  'off_track as offTrack',
  'requested_at as requestedAt',
  'started_on as startedOn',
  'ended_on as endedOn',
  'end_reason as endReason',
  'effect',
] as const

const sessionColumns = ['n', 'held_on as on', 'ors', 'srs', 'alarm'] as const

const groupColumns = [
  'house_groups.case_id as caseId',
  'house_groups.administration',
  'house_groups.practice',
  'house_groups.process',
  'house_groups.house_kind as houseKind',
  'house_groups.age_bands as ageBands',
  'house_groups.capacity',
  'house_groups.text_ref as textRef',
  'house_groups.opened_at as openedAt',
] as const

const placeColumns = [
  'house_places.course',
  'house_places.status',
  'house_places.number',
  'house_places.held',
  'house_places.since',
  'house_places.reason',
  'house_places.overtook',
  'house_places.text_ref as textRef',
] as const

type Row<T extends keyof Database, C extends readonly string[]> = Selection<Database, T, C[number]>
export type HouseCourseRow = Row<'house_courses', typeof courseColumns>
export type HouseSessionRow = Row<'house_sessions', typeof sessionColumns>
export type HousePlaceRow = Row<'house_places', typeof placeColumns>

/** A course with its sessions, first to last. */
export interface HouseCourse extends HouseCourseRow {
  readonly sessions: readonly HouseSessionRow[]
}

/** A group with the places that are taken, and those who wait in their order. */
export interface HouseGroup extends Row<'house_groups', typeof groupColumns> {
  /** Whether the group takes families: one that closes runs on until its last family has left. */
  readonly open: boolean
  readonly places: readonly HousePlaceRow[]
}

/** A course, or null. One round trip. */
export async function houseCourse(db: Db, args: { process: string }): Promise<HouseCourse | null> {
  const row = await db
    .selectFrom('house_courses')
    .select(courseColumns)
    .select(eb =>
      jsonArrayFrom(
        eb
          .selectFrom('house_sessions')
          .select(sessionColumns)
          .whereRef('house_sessions.process', '=', 'house_courses.process')
          .orderBy('n'),
      ).as('sessions'),
    )
    .where('house_courses.process', '=', args.process)
    .executeTakeFirst()
  return row ?? null
}

/** Courses that are not hidden from the viewer, the latest first. One round trip. @throws CursorError */
export async function listHouseCourses(
  db: Db,
  args: PageRequest & {
    viewer: Viewer
    status?: HouseCourseRow['status'] | undefined
    group?: string | undefined
    practice?: boolean | undefined
  },
): Promise<Page<HouseCourseRow>> {
  let query = db
    .selectFrom('house_courses')
    .select(courseColumns)
    .where(notHidden({ caseId: 'house_courses.case_id', person: args.viewer.person }))
    .where(
      sql<boolean>`exists (select from brobygger.processes as part
        where part.id = house_courses.process and ${isProcessOf(args.viewer, 'part')})`,
    )
    .orderBy('requested_at', 'desc')
    .orderBy('process', 'desc')
    .limit(args.limit + 1)
  if (args.status !== undefined) query = query.where('status', '=', args.status)
  if (args.group !== undefined) query = query.where('group_process', '=', args.group)
  if (args.practice !== undefined) query = query.where('practice', '=', args.practice)
  if (args.cursor !== undefined) {
    const [at, id] = instantAndId(args.cursor)
    query = query.where(eb => eb(eb.refTuple('requested_at', 'process'), '<', eb.tuple(at, id)))
  }
  return pageOf(await query.execute(), args.limit, row => [row.requestedAt, row.process])
}

/** Groups with their places; one of them when it is named. One round trip. */
export async function houseGroups(
  db: Db,
  args: { process?: string | undefined; practice?: boolean | undefined },
): Promise<HouseGroup[]> {
  let query = db
    .selectFrom('house_groups')
    .innerJoin('processes', 'processes.id', 'house_groups.process')
    .select(groupColumns)
    .select(eb => [
      eb.and([eb('processes.status', '=', 'open'), eb('processes.step', '=', 'open')]).as('open'),
      jsonArrayFrom(
        eb
          .selectFrom('house_places')
          .select(placeColumns)
          .whereRef('house_places.process', '=', 'house_groups.process')
          .where('house_places.status', '<>', 'left')
          .orderBy('house_places.status')
          .orderBy('house_places.number')
          .orderBy('house_places.course'),
      ).as('places'),
    ])
    .orderBy('house_groups.opened_at')
    .orderBy('house_groups.process')
  if (args.process !== undefined) query = query.where('house_groups.process', '=', args.process)
  if (args.practice !== undefined) query = query.where('house_groups.practice', '=', args.practice)
  return (await query.execute()).map(row => ({ ...row, open: Boolean(row.open) }))
}
