import { sql, type Selection } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Administration } from '@brobygger/domain/codes'
import type { AccessItem } from '@brobygger/domain/messages'
import type { Db } from '../connection/connect.js'
import type { Database } from '../tables/database.js'

const requestColumns = [
  'access_requests.case_id as code',
  'access_requests.administration',
  'access_requests.practice',
  'access_requests.process',
  'access_requests.kind',
  'access_requests.requester',
  'access_requests.received_at as receivedAt',
  'access_requests.cases',
  'access_requests.text_ref as textRef',
  'access_requests.extended_until as extendedUntil',
  'access_requests.extension_in_time as extensionInTime',
  'access_requests.outcome',
  'access_requests.refusal',
  'access_requests.answer_text_ref as answerTextRef',
  'access_requests.answered_at as answeredAt',
  'access_requests.answered_by as answeredBy',
] as const

const itemColumns = [
  'access_items.item',
  'access_items.kind',
  'access_items.of_case as ofCase',
  'access_items.left_out as leftOut',
  'access_items.decision',
  'access_items.grounds',
  'access_items.text_ref as textRef',
  'access_items.decided_by as decidedBy',
] as const

/** One text that is held, and what becomes of it. */
export type AccessItemRow = Selection<Database, 'access_items', (typeof itemColumns)[number]>

/** A request as it stands in one administration. */
export interface AccessRequestPart extends Selection<
  Database,
  'access_requests',
  (typeof requestColumns)[number]
> {
  readonly step: string | null
  readonly done: boolean
  readonly items: readonly AccessItemRow[]
}

/** A request in each administration. One round trip. */
export async function accessRequest(db: Db, args: { code: string }): Promise<AccessRequestPart[]> {
  const rows = await db
    .selectFrom('access_requests')
    .innerJoin('processes', 'processes.id', 'access_requests.process')
    .select(requestColumns)
    .select(eb => [
      'processes.step',
      eb('processes.status', '=', 'closed').as('done'),
      jsonArrayFrom(
        eb
          .selectFrom('access_items')
          .select(itemColumns)
          .whereRef('access_items.process', '=', 'access_requests.process')
          .orderBy('access_items.item'),
      ).as('items'),
    ])
    .where('access_requests.case_id', '=', args.code)
    .orderBy('access_requests.process')
    .execute()
  return rows.map(row => ({ ...row, done: Boolean(row.done) }))
}

/**
 * Every text that an administration holds in these cases, each once, by its reference in the event log: what people
 * wrote in tasks, notes, documents, consents and handovers.
 */
export async function textsHeld(
  db: Db,
  args: { cases: readonly string[]; administration: Administration },
): Promise<AccessItem[]> {
  const { cases, administration } = args
  const { rows } = await sql<AccessItem>`
    select distinct on (events.body ->> 'text') events.body ->> 'text' as item, events.type as kind,
      events.case_id as case
    from brobygger.events
    where case_id = any(${[...cases]}::text[]) and administration = ${administration}
      and body ->> 'text' like 'v\\_%'
    order by events.body ->> 'text', position
  `.execute(db)
  return rows
}

/** References of the texts that a request has listed. */
export async function accessItemsOf(db: Db, args: { process: string }): Promise<string[]> {
  const rows = await db
    .selectFrom('access_items')
    .select('item')
    .where('process', '=', args.process)
    .execute()
  return rows.map(({ item }) => item)
}
