import type { Selection } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '../connection/connect.js'
import type { Database } from '../tables/database.js'
import { instantAndId, pageOf, type Page, type PageRequest } from './page.js'
import { notHidden } from './visible.js'

const roundColumns = [
  'visit_rounds.case_id as caseId',
  'visit_rounds.administration',
  'visit_rounds.practice',
  'visit_rounds.process',
  'visit_rounds.cluster',
  'visit_rounds.quarter',
  'visit_rounds.institutions',
  'visit_rounds.decided',
  'visit_rounds.opened_at as openedAt',
  'visit_rounds.planned_at as plannedAt',
  'processes.status',
  'processes.step',
] as const

const detailColumns = [
  'visit_rounds.burdens',
  'visit_rounds.weights',
  'visit_rounds.weighed_by as weighedBy',
  'visit_rounds.weigh_text_ref as textRef',
  'visit_rounds.shares',
  'visit_rounds.left_out as leftOut',
] as const

const visitColumns = [
  'visits.id',
  'visits.institution',
  'visits.planned_on as plannedOn',
  'visits.status',
  'visits.colleague',
  'visits.agenda',
  'visits.discussed',
  'visits.enquiries',
  'visits.present',
  'visits.held_on as heldOn',
  'visits.held_by as heldBy',
  'visits.missed_at as missedAt',
  'visits.moved',
  'visits.text_ref as textRef',
] as const

export type VisitRoundRow = Selection<Database, 'visit_rounds' | 'processes', (typeof roundColumns)[number]>
export type VisitRow = Selection<Database, 'visits', (typeof visitColumns)[number]>

/** A round with its weights, its plan and its visits, earliest first. */
export interface VisitRound
  extends VisitRoundRow, Selection<Database, 'visit_rounds', (typeof detailColumns)[number]> {
  readonly visits: readonly VisitRow[]
}

/** A round, or null. One round trip. */
export async function visitRound(db: Db, args: { process: string }): Promise<VisitRound | null> {
  const row = await db
    .selectFrom('visit_rounds')
    .innerJoin('processes', 'processes.id', 'visit_rounds.process')
    .select([...roundColumns, ...detailColumns])
    .select(eb =>
      jsonArrayFrom(
        eb
          .selectFrom('visits')
          .select(visitColumns)
          .whereRef('visits.process', '=', 'visit_rounds.process')
          .orderBy('visits.planned_on')
          .orderBy('visits.id'),
      ).as('visits'),
    )
    .where('visit_rounds.process', '=', args.process)
    .executeTakeFirst()
  return row ?? null
}

/** Rounds that are not hidden from the viewer, the latest first. One round trip. @throws CursorError */
export async function listVisitRounds(
  db: Db,
  args: PageRequest & {
    viewer: string
    cluster?: string | undefined
    quarter?: string | undefined
    practice?: boolean | undefined
    status?: VisitRoundRow['status'] | undefined
  },
): Promise<Page<VisitRoundRow>> {
  let query = db
    .selectFrom('visit_rounds')
    .innerJoin('processes', 'processes.id', 'visit_rounds.process')
    .select(roundColumns)
    .where(notHidden({ caseId: 'visit_rounds.case_id', person: args.viewer }))
    .orderBy('visit_rounds.opened_at', 'desc')
    .orderBy('visit_rounds.process', 'desc')
    .limit(args.limit + 1)
  if (args.cluster !== undefined) query = query.where('visit_rounds.cluster', '=', args.cluster)
  if (args.quarter !== undefined) query = query.where('visit_rounds.quarter', '=', args.quarter)
  if (args.practice !== undefined) query = query.where('visit_rounds.practice', '=', args.practice)
  if (args.status !== undefined) query = query.where('processes.status', '=', args.status)
  if (args.cursor !== undefined) {
    const [at, id] = instantAndId(args.cursor)
    query = query.where(eb =>
      eb(eb.refTuple('visit_rounds.opened_at', 'visit_rounds.process'), '<', eb.tuple(at, id)),
    )
  }
  return pageOf(await query.execute(), args.limit, row => [row.openedAt, row.process])
}

/** A visit as a concern raised at it needs to know it, or null. */
export async function visitById(
  db: Db,
  args: { id: string },
): Promise<{ process: string; practice: boolean; institution: string } | null> {
  const row = await db
    .selectFrom('visits')
    .select(['process', 'practice', 'institution'])
    .where('id', '=', args.id)
    .executeTakeFirst()
  return row ?? null
}
