import { sql } from 'kysely'

/**
 * Condition that nobody declared a conflict of interest for this person in any process of a case: then the case is
 * hidden from them.
 */
export function notHidden(args: { caseId: `${string}.${'case_id' | 'id'}`; person: string }) {
  return sql<boolean>`not exists (
    select from brobygger.processes as part
    where part.case_id = ${sql.ref(args.caseId)} and part.hidden_from <> '{}'
      and ${args.person} = any (part.hidden_from))`
}
