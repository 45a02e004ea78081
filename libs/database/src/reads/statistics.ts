import { sql } from 'kysely'
import type { Db } from '../connection/connect.js'
import type { Instant } from '../tables/owner.js'

/** How many cases have each code; codes that no case has are left out. */
export type Counts = Readonly<Record<string, number>>

/** What became of the cases raised in a period. */
export interface Statistics {
  readonly raised: number
  readonly byCategory: Counts
  /** Of the first triage of each case. */
  readonly byTriageOutcome: Counts
  /** Of the last closing of each case that is not open again. */
  readonly byClosureCode: Counts
  readonly byCaseAvoided: Counts
}

/**
 * Counts from the event log of the cases raised in a period. One round trip.
 * @param args.practice true counts practice cases alone; otherwise they are left out
 * @param args.from first moment of the period, included; from the beginning when left out
 * @param args.to end of the period, not included; up to now when left out
 */
export async function statistics(
  db: Db,
  args: { practice: boolean; from?: Instant | undefined; to?: Instant | undefined },
): Promise<Statistics> {
  const { rows } = await sql<Statistics>`
    with raised as (
      select case_id, body ->> 'mainCategory' as category from brobygger.events
      where type = 'concernRaised' and practice = ${args.practice}
        and (${args.from ?? null}::timestamptz is null or at >= ${args.from ?? null}::timestamptz)
        and (${args.to ?? null}::timestamptz is null or at < ${args.to ?? null}::timestamptz)
    ),
    triaged as (
      select distinct on (completed.case_id) completed.body -> 'answer' ->> 'outcome' as outcome
      from raised
      join brobygger.events as opened on opened.case_id = raised.case_id
        and opened.type = 'taskOpened' and opened.body ->> 'kind' = 'triage'
      join brobygger.events as completed on completed.case_id = raised.case_id
        and completed.type = 'taskCompleted' and completed.body ->> 'task' = opened.body ->> 'task'
      order by completed.case_id, completed.position
    ),
    ended as (
      select distinct on (events.case_id) type, body
      from raised join brobygger.events on events.case_id = raised.case_id
      where type in ('caseClosed', 'caseReopened')
      order by events.case_id, position desc
    ),
    closed as (select body ->> 'code' as code, body ->> 'caseAvoided' as avoided from ended where type = 'caseClosed')
    select (select count(*)::int from raised) as raised,
      ${counts('raised', 'category')} as "byCategory",
      ${counts('triaged', 'outcome')} as "byTriageOutcome",
      ${counts('closed', 'code')} as "byClosureCode",
      ${counts('closed', 'avoided')} as "byCaseAvoided"
  `.execute(db)
  const [counted] = rows
  if (counted === undefined) throw new Error('An aggregate gives one row')
  return counted
}

/** An object of how often each value of a column occurs. */
function counts(table: string, column: string) {
  return sql`(
    select coalesce(jsonb_object_agg(code, amount), '{}')
    from (select ${sql.ref(column)} as code, count(*) as amount from ${sql.table(table)}
      where ${sql.ref(column)} is not null group by 1) as counted)`
}
