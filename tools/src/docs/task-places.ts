import type { ProcessKind } from '@brobygger/domain/processes'

/** In which step of which process each kind of task is asked. A test holds that none is missing. */
export const taskPlaces: Readonly<Record<ProcessKind, Readonly<Record<string, readonly string[]>>>> = {
  concern: {
    triage: ['triage', 'reply'],
    resource: ['acceptResource'],
    advice: ['advice'],
    review: ['review'],
    counselling: ['session'],
    extend: ['extend'],
    consent: ['requestConsent'],
    choose: ['choose'],
    identify: ['identify'],
    referral: ['referral'],
    declined: ['declined'],
    followUp: ['followUp'],
    notify: ['notify', 'raiserNotify'],
  },
  consent: { answers: ['writtenConsent'], inForce: ['reviewConsent'] },
  referral: {
    answer: ['answerReferral'],
    firstMeeting: ['firstMeeting', 'feedback'],
    measure: ['measure'],
    endMeasure: ['endMeasure'],
  },
  notification: {
    assessment: ['assess', 'notificationReceipt', 'police', 'childrensHouse', 'tellParents', 'orientation'],
    clarification: ['clarification'],
    investigation: ['investigation', 'provisionalAssessment'],
  },
}

/** Asked in any step of any process. */
export const tasksOfAnyStep: readonly string[] = ['reassign', 'reassignInFamilyGroup']
