import type { Administration } from '@brobygger/domain/codes'
import { sql } from 'kysely'
import type { Db } from '../connection/connect.js'
import { notHidden } from './visible.js'

/** Whose work is asked for, and which part of it. */
export interface Held {
  readonly person: string
  readonly administration: Administration
  readonly practice: boolean
  /** A file that is no part of it. */
  readonly except: string
  /** Only these cases; all when left out. */
  readonly cases?: readonly string[] | undefined
}

/** Open processes in which somebody has a part or a task: the condition on `processes`. */
export const isHeldBy = (person: string) => sql<boolean>`(
  exists (select from jsonb_each_text(processes.people) as part where part.value = ${person})
  or exists (select from brobygger.tasks as task
    where task.process = processes.id and task.status = 'open' and task.person = ${person}))`

/** A page of the ids of these processes, in their order, from after the one that is named. One round trip. */
export async function heldProcesses(
  db: Db,
  held: Held & { after: string | null; limit: number },
): Promise<string[]> {
  let query = open(db, held).select('processes.id').orderBy('processes.id').limit(held.limit)
  if (held.after !== null) query = query.where('processes.id', '>', held.after)
  return (await query.execute()).map(({ id }) => id)
}

/** How many they are. One round trip. */
export async function countHeldProcesses(db: Db, held: Held): Promise<number> {
  const row = await open(db, held)
    .select(eb => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return row.count
}

/** Those of some processes whose cases are hidden from a person, who declared a conflict of interest. One round trip. */
export async function hiddenAmong(
  db: Db,
  args: { processes: readonly string[]; person: string },
): Promise<string[]> {
  const rows = await db
    .selectFrom('processes')
    .select('processes.id')
    .where('processes.id', 'in', args.processes)
    .where(eb => eb.not(notHidden({ caseId: 'processes.case_id', person: args.person })))
    .orderBy('processes.id')
    .execute()
  return rows.map(({ id }) => id)
}

function open(db: Db, { person, administration, practice, except, cases }: Held) {
  const query = db
    .selectFrom('processes')
    .where('processes.status', '=', 'open')
    .where('processes.administration', '=', administration)
    .where('processes.practice', '=', practice)
    .where('processes.case_id', '<>', except)
    .where(isHeldBy(person))
  return cases === undefined ? query : query.where('processes.case_id', 'in', cases)
}
