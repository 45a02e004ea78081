import { defineProcess } from './define.js'

const socialWorker = { who: 'socialWorker', unit: 'early-help' } as const

/** A concern about a child: from the first worry to help, or to its good end. */
export const concernProcess = defineProcess({
  kind: 'concern',
  title: { da: 'Bekymring', en: 'Concern' },
  administration: 'children-and-youth',
  reopensAt: 'triage',
  steps: {
    enquiry: {
      title: { da: 'Henvendelse', en: 'Enquiry' },
      who: 'raiser',
      unit: 'institution',
      next: ['triage', 'notify'],
    },
    triage: {
      title: { da: 'Visitering', en: 'Triage' },
      ...socialWorker,
      next: ['advice', 'counselling', 'resource', 'followUp', 'notify', 'close'],
    },
    resource: {
      title: { da: 'Anden ressourceperson', en: 'Another resource person' },
      who: 'resourcePerson',
      unit: 'early-help',
      next: ['close', 'choose'],
    },
    advice: {
      title: { da: 'Sparring', en: 'Advice' },
      ...socialWorker,
      next: ['review', 'notify'],
    },
    review: {
      title: { da: 'Opfølgning på sparring', en: 'Review of the advice' },
      ...socialWorker,
      next: ['review', 'counselling', 'notify', 'close'],
    },
    counselling: {
      title: { da: 'Anonym rådgivning', en: 'Anonymous counselling' },
      ...socialWorker,
      next: ['counselling', 'extend', 'familyHouse', 'consent', 'followUp', 'notify', 'close'],
    },
    extend: {
      title: { da: 'Forlængelse', en: 'Extension' },
      who: 'teamLeader',
      unit: 'early-help',
      next: ['counselling', 'familyHouse', 'consent', 'followUp', 'notify', 'close'],
    },
    familyHouse: {
      title: { da: 'Kort forløb i familiehuset', en: 'Short course in the family house' },
      who: 'familyHouseTherapist',
      unit: 'family-house',
      next: ['followUp', 'choose'],
    },
    consent: {
      title: { da: 'Samtykke', en: 'Consent' },
      ...socialWorker,
      next: ['awaitConsent'],
    },
    awaitConsent: {
      title: { da: 'Familien svarer', en: 'The family answers' },
      ...socialWorker,
      next: ['identify', 'followUp', 'choose'],
    },
    choose: {
      title: { da: 'En anden vej', en: 'Another way' },
      ...socialWorker,
      next: ['choose', 'consent', 'counselling', 'followUp', 'notify', 'close'],
    },
    identify: {
      title: { da: 'Identifikation', en: 'Identification' },
      ...socialWorker,
      next: ['referral', 'consent', 'choose'],
    },
    referral: {
      title: { da: 'Henvisning', en: 'Referral' },
      ...socialWorker,
      next: ['awaitAnswer', 'choose'],
    },
    awaitAnswer: {
      title: { da: 'Familiegruppen svarer', en: 'The family group answers' },
      who: 'familyCaseworker',
      unit: 'family-group',
      next: ['help', 'declined', 'choose'],
    },
    declined: {
      title: { da: 'Afvist henvisning', en: 'Declined referral' },
      ...socialWorker,
      next: ['referral', 'awaitAnswer', 'counselling', 'followUp', 'notify', 'close', 'choose'],
    },
    help: {
      title: { da: 'Hjælp', en: 'Help' },
      who: 'familyCaseworker',
      unit: 'family-group',
      next: ['followUp'],
    },
    followUp: {
      title: { da: 'Opfølgning', en: 'Follow-up' },
      ...socialWorker,
      next: ['followUp', 'counselling', 'consent', 'notify', 'close'],
    },
    notify: {
      title: { da: 'Underretning', en: 'Notification' },
      ...socialWorker,
      next: ['notified', 'choose'],
    },
    notified: {
      title: { da: 'Underretning sendt', en: 'Notification sent' },
      ...socialWorker,
      next: ['help'],
    },
    close: {
      title: { da: 'Afslutning', en: 'Closing' },
      ...socialWorker,
      next: ['triage'],
    },
  },
})

export type ConcernStep = (typeof concernProcess.steps)[number]['id']
