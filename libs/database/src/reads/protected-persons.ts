import { caseIn } from '@brobygger/domain/processes'
import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../connection/connect.js'

/** Somebody with a protected address. */
export interface ProtectedPerson {
  readonly caseId: string
  /** What they are to the child, or `child`. */
  readonly relation: string
}

/** Who of a case has a protected address, as an expression: JSON list of what they are to the child. */
export function protectedRelations(caseId: RawBuilder<unknown>) {
  return sql<string[]>`coalesce((select json_agg(distinct relation order by relation)
    from vault.protected_persons as shielded where shielded.case_id = ${caseId}), '[]')`
}

/** Who of some cases has a protected address now, in whichever administration it is known. One round trip. */
export async function protectedPersonsIn(
  db: Db,
  args: { cases: readonly string[] },
): Promise<ProtectedPerson[]> {
  if (args.cases.length === 0) return []
  const { rows } = await sql<ProtectedPerson>`
    select distinct case_id as "caseId", relation from vault.protected_persons
    where case_id = any(${[...args.cases]}::text[]) order by 1, 2`.execute(db)
  return rows
}

/**
 * Who has a protected address in the case of a process, and in those that a request for access is about. One round
 * trip.
 */
export async function protectedPersonsOf(
  db: Db,
  { process }: { process: string },
): Promise<ProtectedPerson[]> {
  const { rows } = await sql<ProtectedPerson>`
    select distinct case_id as "caseId", relation from vault.protected_persons
    where case_id = ${caseIn(process)} or case_id in (
      select unnest(cases) from brobygger.access_requests as asked where asked.process = ${process})
    order by 1, 2`.execute(db)
  return rows
}
