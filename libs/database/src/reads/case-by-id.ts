import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '../connection/connect.js'
import { caseColumns, type CaseSummary } from './case-columns.js'
import * as columns from './columns.js'
import { consentsWithAnswers, type ConsentWithAnswers } from './consents.js'
import { processesWithWaits, withStage, type ProcessWithWaits } from './processes.js'
import { stage } from './stage.js'
import { waitsOf } from './waits.js'

/** A case with everything that belongs to it. Texts are references to the vault. */
export interface CaseFile extends CaseSummary {
  /** Every process of the case, in whichever administration, oldest first. */
  readonly processes: readonly ProcessWithWaits[]
  /** The open ones, the most urgent first. */
  readonly tasks: readonly columns.TaskRow[]
  readonly deadlines: readonly columns.DeadlineRow[]
  readonly consents: readonly ConsentWithAnswers[]
  readonly bases: readonly columns.BasisRow[]
  readonly relations: readonly columns.RelationRow[]
  readonly merges: readonly columns.MergeRow[]
  readonly registryEvents: readonly columns.RegistryEventRow[]
  readonly personLookUps: readonly columns.PersonLookUpRow[]
  readonly handovers: readonly columns.HandoverRow[]
  readonly helpReports: readonly columns.HelpReportRow[]
  readonly letters: readonly columns.LetterRow[]
  readonly notes: readonly columns.NoteRow[]
  readonly documents: readonly columns.DocumentRow[]
}

/** A case with all that belongs to it, or null. One round trip. */
export async function caseById(db: Db, args: { caseId: string }): Promise<CaseFile | null> {
  const parts = partsOf(db, args.caseId)
  const found = await db
    .selectFrom('cases')
    .innerJoin('processes', 'processes.id', 'cases.process')
    .where('cases.id', '=', args.caseId)
    .select(caseColumns)
    .select([
      'processes.kind',
      waitsOf(sql.ref('cases.id')).as('waits'),
      jsonArrayFrom(parts.processes).as('processes'),
      jsonArrayFrom(parts.tasks).as('tasks'),
      jsonArrayFrom(parts.deadlines).as('deadlines'),
      jsonArrayFrom(parts.consents).as('consents'),
      jsonArrayFrom(parts.bases).as('bases'),
      jsonArrayFrom(parts.relations).as('relations'),
      jsonArrayFrom(parts.merges).as('merges'),
      jsonArrayFrom(parts.registryEvents).as('registryEvents'),
      jsonArrayFrom(parts.personLookUps).as('personLookUps'),
      jsonArrayFrom(parts.handovers).as('handovers'),
      jsonArrayFrom(parts.helpReports).as('helpReports'),
      jsonArrayFrom(parts.letters).as('letters'),
      jsonArrayFrom(parts.notes).as('notes'),
      jsonArrayFrom(parts.documents).as('documents'),
    ])
    .executeTakeFirst()
  if (found === undefined) return null
  const { kind, processes, ...rest } = found
  return { ...rest, stage: stage({ kind, step: rest.step }), processes: processes.map(withStage) }
}

/** The queries for what belongs to a case, each in the order it is shown. */
function partsOf(db: Db, caseId: string) {
  return {
    processes: processesWithWaits(db).where('case_id', '=', caseId).orderBy('started_at').orderBy('id'),
    tasks: db
      .selectFrom('tasks')
      .select(columns.taskColumns)
      .where('case_id', '=', caseId)
      .where('status', '=', 'open')
      .orderBy('due_at')
      .orderBy('id'),
    deadlines: db
      .selectFrom('deadlines')
      .select(columns.deadlineColumns)
      .where('case_id', '=', caseId)
      .orderBy('due_at')
      .orderBy('id'),
    consents: consentsWithAnswers(db).where('case_id', '=', caseId).orderBy('requested_at').orderBy('id'),
    bases: db
      .selectFrom('bases')
      .select(columns.basisColumns)
      .where('case_id', '=', caseId)
      .orderBy('stated_at')
      .orderBy('id'),
    relations: db
      .selectFrom('relations')
      .select(columns.relationColumns)
      .where('case_id', '=', caseId)
      .orderBy('found_at')
      .orderBy('seq'),
    merges: db
      .selectFrom('merges')
      .select(columns.mergeColumns)
      .where('case_id', '=', caseId)
      .orderBy('merged_at')
      .orderBy('merged'),
    registryEvents: db
      .selectFrom('registry_events')
      .select(columns.registryEventColumns)
      .where('case_id', '=', caseId)
      .orderBy('received_at')
      .orderBy('process')
      .orderBy('seq'),
    personLookUps: db
      .selectFrom('person_look_ups')
      .select(columns.personLookUpColumns)
      .where('case_id', '=', caseId)
      .orderBy('told_at')
      .orderBy('seq'),
    handovers: db
      .selectFrom('handovers')
      .select(columns.handoverColumns)
      .where('case_id', '=', caseId)
      .orderBy('offered_at')
      .orderBy('offer')
      .orderBy('direction', 'desc'),
    helpReports: db
      .selectFrom('help_reports')
      .select(columns.helpReportColumns)
      .where('case_id', '=', caseId)
      .orderBy('at')
      .orderBy('seq'),
    letters: db
      .selectFrom('letters')
      .select(columns.letterColumns)
      .where('case_id', '=', caseId)
      .orderBy('sent_at')
      .orderBy('seq'),
    notes: db
      .selectFrom('notes')
      .select(columns.noteColumns)
      .where('case_id', '=', caseId)
      .orderBy('written_at')
      .orderBy('id'),
    documents: db
      .selectFrom('documents')
      .select(columns.documentColumns)
      .where('case_id', '=', caseId)
      .orderBy('added_at')
      .orderBy('id'),
  }
}
