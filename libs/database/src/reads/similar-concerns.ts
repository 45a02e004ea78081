import { sql } from 'kysely'
import type { Db } from '../connection/connect.js'

/** Days within which two concerns may be about one child without anybody knowing. */
const WINDOW = 90

/** That somebody else has a like concern: of the same area, age band and category. Whom to ask, and nothing more. */
export interface SimilarConcern {
  readonly contact: string
  readonly raisedOn: string
}

/** Open concerns like this one that others have, raised within 90 days of it, oldest first. One round trip. */
export async function similarConcerns(
  db: Db,
  args: { caseId: string; institutions: readonly string[] },
): Promise<readonly SimilarConcern[]> {
  if (args.institutions.length === 0) return []
  return await db
    .selectFrom('cases as own')
    .innerJoin('cases as other', join =>
      join
        .onRef('other.age_band', '=', 'own.age_band')
        .onRef('other.main_category', '=', 'own.main_category')
        .onRef('other.practice', '=', 'own.practice')
        .onRef('other.id', '!=', 'own.id'),
    )
    .innerJoin('processes', 'processes.id', 'other.process')
    .where('own.id', '=', args.caseId)
    .where('other.status', '=', 'open')
    .where('other.institution', 'in', [...args.institutions])
    .where(sql<boolean>`abs(extract(epoch from other.raised_at - own.raised_at)) <= ${WINDOW * 86_400}`)
    .select([
      sql<string>`processes.people ->> 'socialWorker'`.as('contact'),
      sql<string>`to_char(other.raised_at at time zone 'Europe/Copenhagen', 'YYYY-MM-DD')`.as('raisedOn'),
    ])
    .orderBy('other.raised_at')
    .limit(20)
    .execute()
}
