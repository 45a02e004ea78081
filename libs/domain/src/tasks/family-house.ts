import { z } from 'zod'
import {
  adjustment,
  courseEndReason,
  effect,
  fitRespondent,
  houseDeclineReason,
  houseKind,
} from '../codes/index.js'
import { dutyCheck, freeText, isoDate } from '../forms/index.js'
import { defineTask } from './define.js'
import { present, requireWhen, voices } from './shared-fields.js'

const therapist = { role: 'familyHouseTherapist', unit: 'family-house' } as const

/** Id of a group's process. */
const group = z.string().regex(/^familyHouseGroup-[0-9a-z]{8,12}$/, 'Vælg et hold på listen')

const scores = z
  .array(
    z.object({
      who: fitRespondent.meta({ title: 'Hvem' }),
      score: z.number().min(0).max(40).meta({ title: 'Score' }),
    }),
  )
  .max(8)

/** S8: the house says what it can offer: a group, open counselling at once, or somebody else. */
export const houseIntakeTask = defineTask({
  ...therapist,
  kind: 'houseIntake',
  title: { da: 'Visitér henvendelsen til familiehuset', en: 'Look at the request to the family house' },
  rule: 'family-house-intake',
  form: z
    .object({
      decision: z.enum(['group', 'open', 'decline']).meta({ title: 'Tilbud' }),
      houseKind: houseKind.optional().meta({ title: 'Slags forløb' }),
      group: group.optional().meta({ title: 'Hold' }),
      reason: houseDeclineReason.optional().meta({ title: 'Årsag til afvisning' }),
      alternative: freeText('Hvad i stedet').optional(),
      why: freeText('Bemærkning').optional(),
      ...voices,
    })
    .check(context => {
      const { decision } = context.value
      const need = (when: boolean, field: 'group' | 'reason' | 'alternative', message: string) =>
        requireWhen({ when, value: context.value[field], field, message, context })
      need(decision === 'group', 'group', 'Vælg det hold, familien skal have plads på')
      need(decision === 'decline', 'reason', 'Vælg årsag')
      need(decision === 'decline', 'alternative', 'Skriv hvad der kan gøres i stedet')
    }),
})

/** S8: a family that waits is not forgotten. */
export const waitingReviewTask = defineTask({
  ...therapist,
  kind: 'waitingReview',
  title: { da: 'Tal med familien, der venter', en: 'Talk with the family that waits' },
  rule: 'family-house-waiting',
  form: z.object({
    next: z.enum(['keepWaiting', 'otherGroup', 'stop']).meta({ title: 'Hvad nu' }),
    why: freeText('Bemærkning').optional(),
    ...voices,
  }),
})

/** S8: the family takes the place, or asks to wait, or says no. */
export const answerPlaceTask = defineTask({
  ...therapist,
  kind: 'answerPlace',
  title: { da: 'Tilbyd familien pladsen', en: 'Offer the family the place' },
  rule: 'family-house-place-answer',
  form: z.object({
    answer: z.enum(['yes', 'later', 'no']).meta({ title: 'Familiens svar' }),
    why: freeText('Bemærkning').optional(),
  }),
})

/** S8: the course begins with the family's own goals. */
export const startCourseTask = defineTask({
  ...therapist,
  kind: 'startCourse',
  title: { da: 'Begynd forløbet', en: 'Begin the course' },
  rule: 'family-house-start',
  form: z.object({
    startsOn: isoDate.meta({ title: 'Begynder den' }),
    goals: freeText('Familiens mål'),
    firstSessionOn: isoDate.optional().meta({ title: 'Første samtale den' }),
    childView: voices.childView,
  }),
})

/** S8: one session. The family fills in the scales and sees its own curve. */
export const familySessionTask = defineTask({
  ...therapist,
  kind: 'familySession',
  title: { da: 'Samtale i familiehuset', en: 'Session in the family house' },
  rule: 'family-house-session',
  form: z.object({
    heldOn: isoDate.meta({ title: 'Dato' }),
    present,
    ors: scores.default([]).meta({ title: 'ORS: hvordan går det (0–40)' }),
    srs: scores.default([]).meta({ title: 'SRS: hvordan var samtalen (0–40)' }),
    next: z.enum(['goOn', 'end']).default('goOn').meta({ title: 'Næste skridt' }),
    nextOn: isoDate.optional().meta({ title: 'Næste samtale den' }),
    dutyCheck,
    note: freeText('Notat').optional(),
    ...voices,
  }),
})

/** S8: the course is off track, so something is changed together with the family. */
export const adjustCourseTask = defineTask({
  ...therapist,
  kind: 'adjustCourse',
  title: { da: 'Justér forløbet sammen med familien', en: 'Adjust the course together with the family' },
  rule: 'family-house-adjust',
  form: z.object({
    change: adjustment.meta({ title: 'Det ændrer vi' }),
    nextOn: isoDate.optional().meta({ title: 'Næste samtale den' }),
    why: freeText('Familiens og behandlerens begrundelse'),
    childView: voices.childView,
  }),
})

/** S8: the course ends with its effect, and whoever referred hears of it. */
export const endCourseTask = defineTask({
  ...therapist,
  kind: 'endCourse',
  title: { da: 'Afslut forløbet', en: 'End the course' },
  rule: 'next-step',
  form: z.object({
    endedOn: isoDate.meta({ title: 'Sluttede den' }),
    reason: courseEndReason.meta({ title: 'Årsag' }),
    effect: effect.meta({ title: 'Virkning' }),
    handBack: freeText('Tilbagemelding til den, der henviste').optional(),
    ...voices,
  }),
})
