import type { Administration, Unit } from '@brobygger/domain/codes'
import { sql, type RawBuilder } from 'kysely'

/** A unit of an administration. */
export interface Place {
  readonly administration: Administration
  readonly unit: Unit
}

/** Who looks at a list, and where they stand. */
export interface Viewer {
  readonly person: string
  /** Units whose work they do. */
  readonly works: readonly Place[]
  /** Units they lead. */
  readonly leads: readonly Place[]
  /** Roles of theirs that are no unit's: tasks are put to them without naming anybody, as `administration/role`. */
  readonly roles: readonly string[]
}

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

/** Condition that an open task is the viewer's own, waits where they work, or is in a unit they lead. */
export function isTaskOf(viewer: Viewer, task: string): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${task}.${name}`)
  return sql<boolean>`(${column('person')} = ${viewer.person}
    or (${column('person')} is null and ${isIn(task, viewer.works)})
    or (${column('person')} is null
      and ${column('administration')} || '/' || ${column('role')} = any (${viewer.roles}::text[]))
    or ${isIn(task, viewer.leads)})`
}

/** Condition that a process may be seen: it, or one of its open tasks, is the viewer's, or they lead its unit. */
export function isProcessOf(viewer: Viewer, process: string): RawBuilder<boolean> {
  const people = sql.ref(`${process}.people`)
  return sql<boolean>`(
    (${isAt(process, [...viewer.works, ...viewer.leads])} and ${viewer.person} in (
      ${people} ->> 'socialWorker', ${people} ->> 'familyCaseworker', ${people} ->> 'familyHouseTherapist'))
    or ${isAt(process, viewer.leads)}
    or exists (select from brobygger.tasks as task
      where task.process = ${sql.ref(`${process}.id`)} and task.status = 'open' and ${isTaskOf(viewer, 'task')}))`
}

/** Condition that a case may be seen: any of its processes, or that the viewer's institution raised it. */
export function isCaseOf(viewer: Viewer): RawBuilder<boolean> {
  return sql<boolean>`(
    (cases.raiser_role <> 'parent' and (cases.raised_by = ${viewer.person} or exists (
      select from brobygger.processes as raised where raised.case_id = cases.id and raised.kind = 'concern'
        and raised.people ->> 'institutionLeader' = ${viewer.person})))
    or exists (select from brobygger.processes as part
      where part.case_id = cases.id and ${isProcessOf(viewer, 'part')}))`
}

/** Whether a process is the work of one of these units; a concern begins in the institution, and is early help's. */
function isAt(process: string, places: readonly Place[]): RawBuilder<boolean> {
  const pairs = places.map(({ administration, unit }) => `${administration}/${unit}`)
  const of = (column: string) => sql.ref(`${process}.${column}`)
  return sql<boolean>`${of('administration')} || '/' ||
    case when ${of('kind')} = 'concern' then 'early-help' else ${of('unit')} end = any (${pairs}::text[])`
}

/** Whether a task is addressed to one of these units. */
function isIn(task: string, places: readonly Place[]): RawBuilder<boolean> {
  const pairs = places.map(({ administration, unit }) => `${administration}/${unit}`)
  const of = (column: string) => sql.ref(`${task}.${column}`)
  return sql<boolean>`${of('administration')} || '/' || ${of('unit')} = any (${pairs}::text[])`
}
