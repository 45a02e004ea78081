import type { Administration, IdentityDegree, Role, Unit } from '@brobygger/domain/codes'
import type { People } from '@brobygger/domain/organisation'
import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../connection/connect.js'
import { protectedRelations } from './protected-persons.js'

/** What a decision about who may see a case, or another file, rests on. */
export interface FileFactsRow {
  readonly caseId: string
  readonly practice: boolean
  readonly raisedBy: string | null
  readonly raisedByParent: boolean
  readonly degree: IdentityDegree | null
  /** What those who have a protected address are to the child. */
  readonly protectedPersons: readonly string[]
  /** Every process of the file, oldest first. */
  readonly parts: readonly {
    readonly process: string
    readonly kind: string
    readonly administration: Administration
    readonly unit: Unit
    readonly open: boolean
    readonly people: Partial<People>
    readonly hiddenFrom: readonly string[]
    /** A referral that its unit has not accepted. */
    readonly offered: boolean
  }[]
  /** For whom alone an administration's part of it is there. */
  readonly restricted: Partial<Record<Administration, readonly string[]>>
  /** Until when the person has urgent access in an administration, by the server's clock. */
  readonly glass: Partial<Record<Administration, string>>
  /** The open tasks, and the one that is named. */
  readonly tasks: readonly {
    readonly id: string
    readonly process: string
    readonly role: Role
    readonly unit: Unit
    readonly person: string | null
    readonly open: boolean
    readonly closedBy: string | null
  }[]
}

/** Facts of one file; `task` is looked at although it is closed, and so is an offer's answer. */
export interface FileFactsRequest {
  readonly caseId: string
  /** Who asks. */
  readonly person: string
  readonly task?: string | undefined
}

/** The facts of a file, or null when there is none. One round trip. */
export async function fileFacts(
  db: Db,
  { caseId, person, task }: FileFactsRequest,
): Promise<FileFactsRow | null> {
  const { rows } = await sql<{ facts: FileFactsRow | null }>`
    select ${factsOf(sql`${caseId}::text`, person, task)} as facts`.execute(db)
  return rows[0]?.facts ?? null
}

/** The facts of a file as an expression: JSON, null when the file has no process. */
export function factsOf(caseId: RawBuilder<unknown>, person: string, task = '') {
  return sql<FileFactsRow | null>`(
    select json_build_object(
      'caseId', ${caseId},
      'practice', bool_or(part.practice),
      'raisedBy', (select raised_by from brobygger.cases as raised where raised.id = ${caseId}),
      'raisedByParent', coalesce(
        (select raiser_role = 'parent' from brobygger.cases as raised where raised.id = ${caseId}), false),
      'degree', (select degree from brobygger.cases as raised where raised.id = ${caseId}),
      'protectedPersons', ${protectedRelations(caseId)},
      'parts', json_agg(json_build_object(
        'process', part.id, 'kind', part.kind, 'administration', part.administration, 'unit', part.unit,
        'open', part.status = 'open', 'people', part.people, 'hiddenFrom', part.hidden_from,
        -- One that is re-opened after an answer goes on from its help.
        'offered', part.kind = 'referral' and coalesce(part.step, '') not in ('firstMeeting', 'measure', 'endMeasure')
          and not exists (
          select from brobygger.handovers as offer
          where offer.process = part.id and offer.direction = 'received' and offer.status = 'accepted'))
        order by part.started_at, part.id),
      'restricted', coalesce((select json_object_agg(administration, people) from brobygger.restrictions as own
        where own.case_id = ${caseId} and own.people is not null), '{}'),
      'glass', coalesce((select json_object_agg(administration, until) from brobygger.urgent_accesses as own
        where own.case_id = ${caseId} and own.person = ${person}), '{}'),
      'tasks', coalesce((select json_agg(json_build_object(
          'id', task.id, 'process', task.process, 'role', task.role, 'unit', task.unit, 'person', task.person,
          'open', task.status = 'open', 'closedBy', task.closed_by))
        from brobygger.tasks as task
        where task.case_id = ${caseId} and (task.status = 'open' or task.id = ${task}::text
          or (task.process = ${task}::text and task.kind = 'answerReferral'))), '[]'))
    from brobygger.processes as part where part.case_id = ${caseId} having count(*) > 0)`
}
