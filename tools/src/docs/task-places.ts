import type { Process, ProcessKind } from '@brobygger/domain/processes'
import { anyProcessTasks } from '@brobygger/domain/tasks'

/** In which step of which process each kind of task is asked. A test holds that none is missing. */
export const taskPlaces: Readonly<Record<ProcessKind, Readonly<Record<string, readonly string[]>>>> = {
  concern: {
    triage: ['triage', 'reply'],
    resource: ['acceptResource'],
    advice: ['advice'],
    review: ['review'],
    counselling: ['session'],
    extend: ['extend'],
    consent: ['requestConsent', 'custodyChanged'],
    choose: ['choose'],
    identify: ['identify', 'merge', 'checkPerson', 'away'],
    referral: ['referral'],
    declined: ['declined'],
    followUp: ['followUp', 'moved', 'died'],
    notify: ['notify', 'raiserNotify', 'reviewBasis', 'reviewOverride'],
  },
  consent: { delivery: ['deliverTranslation'], answers: ['writtenConsent'], inForce: ['reviewConsent'] },
  referral: {
    answer: ['answerReferral', 'youthPlan'],
    firstMeeting: ['firstMeeting', 'enterInCaseSystem', 'feedback'],
    measure: ['measure'],
    endMeasure: [
      'endMeasure',
      'movedInFamilyGroup',
      'diedInFamilyGroup',
      'awayInFamilyGroup',
      'custodyChangedInFamilyGroup',
    ],
  },
  familyHouseCourse: {
    intake: ['houseIntake'],
    waiting: ['waitingReview'],
    place: ['answerPlace'],
    start: ['startCourse'],
    session: ['familySession'],
    adjust: ['adjustCourse'],
    end: ['endCourse'],
  },
  familyHouseGroup: {},
  bulkHandOver: { leftover: ['leftover', 'leftoverInFamilyGroup', 'leftoverInFamilyHouse'] },
  visitRound: { weigh: ['weighNeed'], visits: ['visit', 'missedVisit'] },
  accessRequest: {
    identity: [
      'verifyRequester',
      'verifyRequesterInFamilyGroup',
      'subjectAccessClock',
      'fileAccessClock',
      'extendedAccessClock',
      'subjectAccessClockInFamilyGroup',
      'fileAccessClockInFamilyGroup',
      'extendedAccessClockInFamilyGroup',
    ],
    collect: ['collectAccess', 'collectAccessInFamilyGroup'],
    redact: ['redactText', 'redactTextInFamilyGroup'],
    otherParent: ['checkOtherParent', 'checkOtherParentInFamilyGroup'],
    release: ['releaseAccess', 'releaseAccessInFamilyGroup'],
  },
  erasure: {
    check: ['checkErasure', 'checkErasureInFamilyGroup'],
    approve: ['approveErasure', 'approveErasureInFamilyGroup'],
    erase: ['eraseInCaseSystem'],
  },
  retention: {
    decide: ['decideRetention', 'decideRetentionInFamilyGroup'],
    approve: ['approveRetention', 'approveRetentionInFamilyGroup'],
  },
  accessReview: {
    review: ['reviewUrgentAccess', 'reviewUrgentAccessInFamilyGroup', 'reviewUrgentAccessInFamilyHouse'],
    breach: ['assessBreach', 'assessBreachInFamilyGroup', 'assessBreachInFamilyHouse'],
  },
  journal: { file: ['journalise'] },
  notification: {
    assessment: ['assess', 'notificationReceipt', 'police', 'childrensHouse', 'tellParents', 'orientation'],
    clarification: ['clarification'],
    investigation: ['investigation', 'provisionalAssessment'],
  },
}

/** Asked in any step of a process, by the unit that runs it. */
export function tasksOfAnyStep({ steps }: Process): readonly string[] {
  const { reassign, duty, byHand } = anyProcessTasks[steps[0]?.unit ?? 'early-help']
  return [reassign.kind, duty.kind, byHand.kind]
}
