import { sql, type RawBuilder } from 'kysely'
import type { Instant } from '../tables/owner.js'

/** What a process of a case waits for, and since when. */
export interface Wait {
  readonly process: string
  readonly system: string
  readonly since: Instant
}

/**
 * What the processes of a case wait for, the longest wait first, as an expression for a list: JSON list of `Wait`.
 * @param administration whose processes; of all when left out
 */
export function waitsOf(caseId: RawBuilder<unknown>, administration?: RawBuilder<unknown>) {
  const own = administration === undefined ? sql`true` : sql`wait.administration = ${administration}`
  return sql<readonly Wait[]>`coalesce((
    select json_agg(json_build_object('process', process, 'system', system, 'since', since) order by since, process)
    from brobygger.waits as wait where wait.case_id = ${caseId} and wait.ended_at is null and ${own}), '[]')`
}
