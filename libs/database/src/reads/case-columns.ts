import type { Selection } from 'kysely'
import type { Database } from '../tables/database.js'
import type { Wait } from './waits.js'

/** Columns of a case together with those of the process that carries it. */
export const caseColumns = [
  'cases.id',
  'cases.process',
  'cases.administration',
  'cases.practice',
  'cases.institution',
  'cases.institution_status as institutionStatus',
  'cases.raised_at as raisedAt',
  'cases.raised_by as raisedBy',
  'cases.raiser_role as raiserRole',
  'cases.age_band as ageBand',
  'cases.main_category as mainCategory',
  'cases.other_categories as otherCategories',
  'cases.severity',
  'cases.parents_informed as parentsInformed',
  'cases.interpreter_language as interpreterLanguage',
  'cases.known_to_authority as knownToAuthority',
  'cases.acute',
  'cases.text_ref as textRef',
  'cases.status',
  'cases.degree',
  'cases.escalated_at as escalatedAt',
  'cases.reopened_at as reopenedAt',
  'cases.closed_at as closedAt',
  'cases.closure_code as closureCode',
  'cases.case_avoided as caseAvoided',
  'cases.first_help_on as firstHelpOn',
  'cases.closing_text_ref as closingTextRef',
  'cases.merged_into as mergedInto',
  'cases.responsible_administration as responsibleAdministration',
  'cases.responsible_unit as responsibleUnit',
  'cases.responsible_person as responsiblePerson',
  'processes.step',
  'processes.paused',
  'processes.people',
] as const

type CaseSelection = Selection<Database, 'cases' | 'processes', (typeof caseColumns)[number]>

/** A case as a list shows it. */
export interface CaseSummary extends CaseSelection {
  /** Number and title of the step its process is at, `4 Samtykke`; null before the first step. */
  readonly stage: string | null
  /** What its processes wait for outside, in whichever administration; the longest wait first. */
  readonly waits: readonly Wait[]
}
