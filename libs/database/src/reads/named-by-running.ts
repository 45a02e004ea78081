import { sql } from 'kysely'
import type { Db } from '../connection/connect.js'

/** What open processes name: institutions, and people by kind of process. */
export interface NamedByRunning {
  readonly institutions: readonly { readonly institution: string; readonly processes: number }[]
  readonly people: readonly { readonly person: string; readonly kind: string; readonly processes: number }[]
}

/** What open processes name, practice cases included, as far as the caller's administrations go. Two round trips. */
export async function namedByRunning(db: Db): Promise<NamedByRunning> {
  const institutions = await sql<NamedByRunning['institutions'][number]>`
    select institution, count(distinct process)::int as processes from (
      select cases.institution, process.id as process from brobygger.processes as process
      join brobygger.cases on cases.id = process.case_id where process.status = 'open'
      union all
      select unnest(round.institutions), process.id from brobygger.processes as process
      join brobygger.visit_rounds as round on round.process = process.id where process.status = 'open'
    ) as named group by institution order by institution`.execute(db)
  const people = await sql<NamedByRunning['people'][number]>`
    select person, kind, count(distinct process)::int as processes from (
      select part.value as person, process.kind, process.id as process
      from brobygger.processes as process, jsonb_each_text(process.people) as part
      where process.status = 'open' and part.value is not null
      union all
      select task.person, process.kind, process.id from brobygger.tasks as task
      join brobygger.processes as process on process.id = task.process
      where process.status = 'open' and task.status = 'open' and task.person is not null
    ) as named group by person, kind order by person, kind`.execute(db)
  return { institutions: institutions.rows, people: people.rows }
}
