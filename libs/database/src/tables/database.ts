import type { BasesTable, MergesTable, RelationsTable } from './bases.js'
import type { AccessItemsTable, AccessRequestsTable } from './access-requests.js'
import type { AccessReviewsTable } from './access-reviews.js'
import type { RestrictionsTable, UrgentAccessesTable } from './restrictions.js'
import type { CertificatesTable, ErasuresTable, RetentionItemsTable } from './erasure.js'
import type { BulkHandoverItemsTable, BulkHandoversTable } from './bulk-hand-over.js'
import type { CasesTable, ProcessesTable, ResponsibilitiesTable, WaitsTable } from './cases.js'
import type { ConsentAnswersTable, ConsentsTable } from './consents.js'
import type { DocumentsTable, LettersTable, NotesTable } from './entries.js'
import type {
  CurveCodesTable,
  HouseCoursesTable,
  HouseGroupsTable,
  HousePlacesTable,
  HouseSessionsTable,
} from './family-house.js'
import type { HandoversTable, HelpReportsTable } from './handovers.js'
import type { IdempotencyTable } from './idempotency.js'
import type { EventsTable, LedgersTable } from './log.js'
import type { BreakersTable } from './breakers.js'
import type { LetterCallbacksTable } from './letter-callbacks.js'
import type { LoginAttemptsTable, SessionsTable } from './login.js'
import type { InstitutionsTable, StaffAffiliationsTable, StaffTable } from './organisation.js'
import type { RegistryDeliveriesTable, RegistryEventsTable, RegistryInboxTable } from './registry-events.js'
import type {
  AbsenceFeedTable,
  AbsenceLinesTable,
  AbsenceSeenTable,
  AbsenceToldTable,
} from './school-absence.js'
import type { PersonLookUpsTable } from './person-look-ups.js'
import type { DeadlinesTable, TasksTable } from './tasks.js'
import type { VisitRoundsTable, VisitsTable } from './visits.js'

/** The tables that follow from the event log alone. */
export interface ReadModel {
  cases: CasesTable
  processes: ProcessesTable
  waits: WaitsTable
  responsibilities: ResponsibilitiesTable
  tasks: TasksTable
  deadlines: DeadlinesTable
  consents: ConsentsTable
  consent_answers: ConsentAnswersTable
  handovers: HandoversTable
  help_reports: HelpReportsTable
  letters: LettersTable
  notes: NotesTable
  documents: DocumentsTable
  house_courses: HouseCoursesTable
  house_sessions: HouseSessionsTable
  house_groups: HouseGroupsTable
  house_places: HousePlacesTable
  bulk_handovers: BulkHandoversTable
  bulk_handover_items: BulkHandoverItemsTable
  visit_rounds: VisitRoundsTable
  visits: VisitsTable
  bases: BasesTable
  relations: RelationsTable
  merges: MergesTable
  access_requests: AccessRequestsTable
  access_items: AccessItemsTable
  restrictions: RestrictionsTable
  urgent_accesses: UrgentAccessesTable
  retention_items: RetentionItemsTable
  certificates: CertificatesTable
  access_reviews: AccessReviewsTable
  registry_events: RegistryEventsTable
  person_look_ups: PersonLookUpsTable
}

/** Every table of the schema `brobygger`. */
export interface Database extends ReadModel {
  events: EventsTable
  ledgers: LedgersTable
  staff: StaffTable
  staff_affiliations: StaffAffiliationsTable
  institutions: InstitutionsTable
  idempotency: IdempotencyTable
  curve_codes: CurveCodesTable
  letter_callbacks: LetterCallbacksTable
  breakers: BreakersTable
  sessions: SessionsTable
  login_attempts: LoginAttemptsTable
  erasures: ErasuresTable
  registry_inbox: RegistryInboxTable
  registry_deliveries: RegistryDeliveriesTable
  absence_feed: AbsenceFeedTable
  absence_seen: AbsenceSeenTable
  absence_lines: AbsenceLinesTable
  absence_told: AbsenceToldTable
}

/** Primary key of each table of the read model. */
export const keyColumns = {
  cases: ['id'],
  processes: ['id'],
  waits: ['process', 'system'],
  responsibilities: ['process', 'seq'],
  tasks: ['id'],
  deadlines: ['id'],
  consents: ['id'],
  consent_answers: ['consent', 'giver'],
  handovers: ['offer', 'administration'],
  help_reports: ['process', 'seq'],
  letters: ['process', 'seq'],
  notes: ['id'],
  documents: ['id'],
  house_courses: ['process'],
  house_sessions: ['process', 'n'],
  house_groups: ['process'],
  house_places: ['process', 'course'],
  bulk_handovers: ['process'],
  bulk_handover_items: ['process', 'item'],
  visit_rounds: ['process'],
  visits: ['id'],
  bases: ['id'],
  relations: ['process', 'seq'],
  merges: ['process', 'merged'],
  access_requests: ['process'],
  access_items: ['process', 'item'],
  restrictions: ['case_id', 'administration'],
  urgent_accesses: ['case_id', 'administration', 'person'],
  retention_items: ['process', 'item'],
  certificates: ['process'],
  access_reviews: ['process'],
  registry_events: ['process', 'seq'],
  person_look_ups: ['process', 'seq'],
} as const satisfies { [T in keyof ReadModel]: readonly (keyof ReadModel[T])[] }

export type ReadModelTable = keyof ReadModel

/** Names of the tables of the read model. */
export const readModelTables = Object.keys(keyColumns) as ReadModelTable[]
