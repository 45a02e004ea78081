export { accessTasks, type AccessTasks } from './access-request.js'
export { accessReviewTasks, type AccessReviewTasks } from './access-review.js'
export { eraseInCaseSystemTask, erasureTasks, type ErasureTasks } from './erasure.js'
export { anyProcessTasks } from './any-process.js'
export { canLetOut, goesOut } from './goes-out.js'
export { reviewBasisTask, reviewOverrideTask } from './bases.js'
export { journaliseTask } from './journal.js'
export { leftoverTasks } from './bulk-hand-over.js'
export { defineTask, holderOf, leaderOf, type AnswerOf, type TaskDefinition } from './define.js'
export { knownElsewhere, type KnownElsewhere } from './known-elsewhere.js'
export { closing } from './shared-fields.js'
export {
  acceptResourceTask,
  adviceTask,
  chooseTask,
  declinedTask,
  extendTask,
  followUpTask,
  identifyTask,
  mergeTask,
  notifyForm,
  notifyTask,
  raiserNotifyTask,
  referralTask,
  replyTask,
  requestConsentTask,
  reviewTask,
  sessionTask,
  triageTask,
} from './concern.js'
export { deliverTranslationTask, reviewConsentTask, writtenConsentTask } from './consent.js'
export {
  answerReferralTask,
  endMeasureTask,
  enterInCaseSystemTask,
  feedbackTask,
  firstMeetingTask,
  youthPlanTask,
  measureTask,
} from './referral.js'
export {
  assessTask,
  childrensHouseTask,
  clarificationTask,
  investigationTask,
  notificationReceiptTask,
  orientationTask,
  policeTask,
  provisionalTask,
  tellParentsTask,
} from './notification.js'
export {
  adjustCourseTask,
  answerPlaceTask,
  endCourseTask,
  familySessionTask,
  houseIntakeTask,
  startCourseTask,
  waitingReviewTask,
} from './family-house.js'
export { missedVisitTask, visitTask, weighNeedTask } from './visits.js'
export { checkPersonTask } from './person-look-up.js'
export { custodyChangedTask, registryTasksOf } from './registry-events.js'
export { taskKinds, taskOfKind } from './registry.js'
