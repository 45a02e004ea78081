export { connect, type Connection, type Db } from './connection/connect.js'
export { databaseError, DatabaseError, type DatabaseErrorCode } from './connection/database-error.js'
export {
  keepNews,
  takeNews,
  unknownNews,
  type LetterNews,
  type SentLetter,
  type UnknownNews,
} from './letters/inbox.js'
export {
  failingSystems,
  mayCall,
  noteFailure,
  noteSuccess,
  unaskedSystems,
  waitingCases,
  type FailingSystem,
  type Permission,
  type WaitingCases,
} from './outward/breakers.js'
export { ATTEMPT_LONGEST, beginAttempt, takeAttempt, type LoginAttempt } from './login/attempts.js'
export { beginSession, endSession, SESSION_LONGEST, useSession, type Session } from './login/sessions.js'
export { mainSchema } from './migrations/names.js'
export { compareSchemas, type TableDifference } from './rebuild/compare-schemas.js'
export { rebuild, SchemaNotEmpty } from './rebuild/rebuild.js'
export type { CaseSummary } from './reads/case-columns.js'
export {
  accessItemsOf,
  accessRequest,
  textsHeld,
  type AccessItemRow,
  type AccessRequestPart,
} from './reads/access-requests.js'
export { accessReviewParts, type AccessReviewPart } from './reads/access-reviews.js'
export {
  delivered,
  knownEvents,
  lastPosition,
  openDeliveries,
  receive,
  runningOf,
  type Delivery,
  type Received,
} from './registry/inbox.js'
export {
  absencePosition,
  absenceTold,
  absenceToTell,
  forgetAbsence,
  forgetAbsenceOf,
  takeAbsence,
  type AbsenceToTell,
  type KeptAbsence,
  type SeenAbsence,
} from './registry/absence.js'
export { Eraser } from './erasure/eraser.js'
export {
  acceptedHere,
  erasureOf,
  heldInVault,
  knownToIndex,
  openErasure,
  type Erasure,
} from './erasure/erasures.js'
export { erasureParts, retentionList, type ErasurePart, type RetentionRow } from './reads/erasures.js'
export { pastRetention, type EndedBefore } from './reads/retention.js'
export { burdens, openConcerns } from './reads/burdens.js'
export { caseById, type CaseFile } from './reads/case-by-id.js'
export type {
  ConsentAnswerRow,
  ConsentRow,
  DeadlineRow,
  DocumentRow,
  HandoverRow,
  HelpReportRow,
  LetterRow,
  NoteRow,
  PersonLookUpRow,
  ProcessRow,
  RegistryEventRow,
  TaskRow,
} from './reads/columns.js'
export { bulkHandOver, type BulkHandOverItem, type BulkHandOverPart } from './reads/bulk-hand-over.js'
export { consentById, type ConsentWithAnswers } from './reads/consents.js'
export { digests, type Digest, type DigestLine } from './reads/digests.js'
export { eventsOfCase, type RecordedEvent } from './reads/events-of-case.js'
export {
  houseCourse,
  houseGroups,
  listHouseCourses,
  type HouseCourse,
  type HouseCourseRow,
  type HouseGroup,
  type HousePlaceRow,
  type HouseSessionRow,
} from './reads/family-house.js'
export { handoverById, type Handover } from './reads/handovers.js'
export { countHeldProcesses, heldProcesses, hiddenAmong, type Held } from './reads/held-processes.js'
export { namedByRunning, type NamedByRunning } from './reads/named-by-running.js'
export { ledgerOf } from './reads/ledger-of.js'
export { listCases, type CaseFilters } from './reads/list-cases.js'
export { institutions, staffById, type StaffRow } from './reads/organisation.js'
export { CursorError, type Page, type PageRequest } from './reads/page.js'
export { processFile, type ProcessFile } from './reads/process-file.js'
export { protectedPersonsIn, protectedPersonsOf, type ProtectedPerson } from './reads/protected-persons.js'
export { openProcessesOfCase, processById, type ProcessWithWaits } from './reads/processes.js'
export { responsibilitiesOfCase, responsibleAt, type Responsibility } from './reads/responsible-at.js'
export { knownElsewhere, otherCases, type Match } from './reads/known-elsewhere.js'
export { similarConcerns, type SimilarConcern } from './reads/similar-concerns.js'
export { statistics, type Counts, type Statistics } from './reads/statistics.js'
export { deadlineById, taskById, type TaskWithDeadline } from './reads/tasks.js'
export {
  listVisitRounds,
  visitById,
  visitRound,
  type VisitRound,
  type VisitRoundRow,
  type VisitRow,
} from './reads/visits.js'
export { waiting, type WaitingProcess } from './reads/waiting.js'
export { fileFacts, type FileFactsRequest, type FileFactsRow } from './reads/file-facts.js'
export { type Place, type Viewer } from './reads/visible.js'
export { countsOfWork, workOf, type HeldProcess, type KindCount } from './reads/work-of.js'
export { worklist, type WorklistItem, type WorklistView } from './reads/worklist.js'
export {
  beginIdempotent,
  dropIdempotent,
  finishIdempotent,
  type Beginning,
  type CommandKey,
} from './record/idempotency.js'
export { record, type Batch } from './record/record.js'
export { restate } from './record/restate.js'
export { loadMunicipality } from './setup/load-municipality.js'
export { ensureLoginRole, ensureRestingRole, type LoginRole } from './setup/login-role.js'
export { ensureOwnedDatabase, urlFor } from './setup/owned-database.js'
export {
  apiRole,
  connectingRolesOf,
  eraserRole,
  erasureRole,
  logReaderRole,
  loginRolesOf,
  logSealerRole,
  ownerRole,
  rebuildRole,
  vaultRole,
  workerRole,
} from './setup/roles.js'
export { databaseName, setUpDatabase } from './setup/set-up-database.js'
export { restingRoles } from './setup/set-up-roles.js'
export { sameRights } from './migrations/same-rights.js'
