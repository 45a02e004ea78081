import { sql } from 'kysely'
import type { Db } from '../connection/connect.js'
import type { Instant, LocalDate } from '../tables/owner.js'

/** A task as a digest lists it. */
export interface DigestLine {
  readonly task: string
  readonly kind: string
  readonly caseId: string
  readonly dueOn: LocalDate
}

/** What one person has before them. */
export interface Digest {
  readonly person: string
  /** How many tasks are open in all. */
  readonly open: number
  /** Those that are late, the oldest first. */
  readonly overdue: readonly DigestLine[]
  /** Those due before the given moment and not late yet, the most urgent first. */
  readonly dueSoon: readonly DigestLine[]
}

/**
 * A digest for everybody who has an open task, real cases only. One round trip.
 * @param args.dueBefore up to when a task counts as due soon
 */
export async function digests(db: Db, args: { dueBefore: Instant }): Promise<Digest[]> {
  const line = sql`jsonb_build_object('task', id, 'kind', kind, 'caseId', case_id, 'dueOn', due_on)`
  const { rows } = await sql<Digest>`
    select person, count(*)::int as open,
      coalesce(jsonb_agg(${line} order by due_at, id) filter (where overdue), '[]') as overdue,
      coalesce(jsonb_agg(${line} order by due_at, id)
        filter (where not overdue and due_at < ${args.dueBefore}::timestamptz), '[]') as "dueSoon"
    from brobygger.tasks
    where status = 'open' and person is not null and not practice
    group by person order by person
  `.execute(db)
  return rows
}
