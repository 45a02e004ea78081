export { stageOf, type Process, type ProcessKind, type Step } from './define.js'
export { accessRequestProcess, type AccessRequestStep } from './access-request.js'
export { accessReviewProcess, type AccessReviewStep } from './access-review.js'
export { bulkHandOverProcess, type BulkHandOverStep } from './bulk-hand-over.js'
export { concernProcess, type ConcernStep } from './concern.js'
export { consentProcess } from './consent.js'
export { erasureProcess, type ErasureStep } from './erasure.js'
export { retentionProcess, type RetentionStep } from './retention.js'
export { familyHouseCourseProcess, type FamilyHouseCourseStep } from './family-house-course.js'
export { familyHouseGroupProcess, type FamilyHouseGroupStep } from './family-house-group.js'
export { journalProcess, type JournalStep } from './journal.js'
export { referralProcess } from './referral.js'
export { notificationProcess } from './notification.js'
export { visitRoundProcess, type VisitRoundStep } from './visit-round.js'
export {
  ledger,
  reopenedLedger,
  type Ledger,
  type LedgerEntry,
  type LetterUnderWay,
  type WaitingTask,
} from './ledger.js'
export { processes } from './all.js'
export {
  administrationOf,
  caseCode,
  caseIn,
  courseNumber,
  kindIn,
  processId,
  processIdIn,
  processIdPattern,
} from './process-id.js'
