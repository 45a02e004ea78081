import { defineProcess } from './define.js'

const therapist = { who: 'familyHouseTherapist', unit: 'family-house' } as const

/** A family's course in the family house: from the day it comes, to the effect, and back to whoever referred. */
export const familyHouseCourseProcess = defineProcess({
  kind: 'familyHouseCourse',
  title: { da: 'Forløb i familiehuset', en: 'Family-house course' },
  administration: 'social-services',
  reopensAt: 'intake',
  steps: {
    request: {
      title: { da: 'Henvendelse', en: 'Request' },
      ...therapist,
      next: ['intake', 'start'],
    },
    intake: {
      title: { da: 'Visitation', en: 'Intake' },
      ...therapist,
      next: ['waiting', 'start', 'ended'],
    },
    waiting: {
      title: { da: 'Venteliste', en: 'Waiting list' },
      ...therapist,
      next: ['waiting', 'place', 'intake', 'ended'],
    },
    place: {
      title: { da: 'Plads tilbudt', en: 'Place offered' },
      ...therapist,
      next: ['start', 'waiting', 'intake', 'ended'],
    },
    start: {
      title: { da: 'Opstart', en: 'Start' },
      ...therapist,
      next: ['session'],
    },
    session: {
      title: { da: 'Samtale', en: 'Session' },
      ...therapist,
      next: ['session', 'adjust', 'end'],
    },
    adjust: {
      title: { da: 'Justering', en: 'Adjustment' },
      ...therapist,
      next: ['session', 'end'],
    },
    end: {
      title: { da: 'Afrunding', en: 'Rounding off' },
      ...therapist,
      next: ['ended'],
    },
    ended: {
      title: { da: 'Afsluttet', en: 'Ended' },
      ...therapist,
      next: [],
    },
  },
})

export type FamilyHouseCourseStep = (typeof familyHouseCourseProcess.steps)[number]['id']
