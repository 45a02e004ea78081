import { z } from 'zod'
import { declineReason, effect, houseKind, measure, screening } from '../codes/index.js'
import { caseNumber, freeText, isoDate, personId } from '../forms/index.js'
import { defineTask } from './define.js'
import { requireWhen, voices } from './shared-fields.js'

/** S7: the family group takes over, or says why not and what instead. */
export const answerReferralTask = defineTask({
  kind: 'answerReferral',
  title: { da: 'Svar på henvisningen', en: 'Answer the referral' },
  role: 'familyCaseworker',
  unit: 'family-group',
  rule: 'referral-answer',
  escalatesTo: ['familyGroupLeader', 'teamLeader'],
  form: z
    .object({
      answer: z.enum(['accept', 'decline']).meta({ title: 'Svar' }),
      screening: screening.optional().meta({ title: 'Screening efter § 18' }),
      caseworker: personId.optional().meta({ title: 'Rådgiver' }),
      reason: declineReason.optional().meta({ title: 'Årsag til afvisning' }),
      alternative: freeText('Hvad i stedet').optional(),
      why: freeText('Bemærkning').optional(),
    })
    .check(context => {
      const { answer } = context.value
      requireWhen({
        when: answer === 'accept',
        value: context.value.screening,
        field: 'screening',
        message: 'Vælg udfald af screeningen efter § 18',
        context,
      })
      requireWhen({
        when: answer === 'decline',
        value: context.value.reason,
        field: 'reason',
        message: 'Vælg årsag',
        context,
      })
      requireWhen({
        when: answer === 'decline',
        value: context.value.alternative,
        field: 'alternative',
        message: 'Skriv hvad der kan gøres i stedet',
        context,
      })
    }),
})

/** S7: where the case system has no interface, the caseworker enters the case there, and tells its number here. */
export const enterInCaseSystemTask = defineTask({
  kind: 'enterInCaseSystem',
  title: { da: 'Opret sagen i fagsystemet', en: 'Enter the case in the case system' },
  role: 'familyCaseworker',
  unit: 'family-group',
  rule: 'case-system-entry',
  form: z.object({ caseNumber: caseNumber('Sagens nummer i fagsystemet') }),
})

/** A young person's own plan is considered from the age of 16 (BL § 108, rule `youth-plan`). */
export const youthPlanTask = defineTask({
  kind: 'youthPlan',
  title: { da: 'Overvej en ungeplan', en: 'Consider a youth plan' },
  role: 'familyCaseworker',
  unit: 'family-group',
  rule: 'next-step',
  form: z
    .object({
      decision: z.enum(['plan', 'notSixteen', 'notNeeded']).meta({ title: 'Skal der laves en ungeplan?' }),
      why: freeText('Begrundelse').optional(),
      ...voices,
    })
    .check(context => {
      const { decision, why } = context.value
      const when = decision === 'notNeeded'
      requireWhen({ when, value: why, field: 'why', message: 'Skriv hvorfor', context })
    }),
})

/** S7: the family meets the family group. */
export const firstMeetingTask = defineTask({
  kind: 'firstMeeting',
  title: { da: 'Hold det første møde', en: 'Hold the first meeting' },
  role: 'familyCaseworker',
  unit: 'family-group',
  rule: 'first-meeting',
  form: z.object({
    heldOn: isoDate.meta({ title: 'Dato' }),
    institutionTookPart: z.boolean().default(false).meta({ title: 'Institutionen deltog' }),
    agreed: freeText('Aftaler').optional(),
    ...voices,
  }),
})

/** S8: whoever raised the concern hears what consent allows, else 'received and handled'. */
export const feedbackTask = defineTask({
  kind: 'feedback',
  title: { da: 'Giv tilbagemelding til institutionen', en: 'Give feedback to the institution' },
  role: 'familyCaseworker',
  unit: 'family-group',
  rule: 'raiser-reply',
  form: z.object({ feedback: freeText('Tilbagemelding').optional() }),
})

/** S8: what help the child gets. A supportive measure (§ 32) needs that the child was heard. */
export const measureTask = defineTask({
  kind: 'measure',
  title: { da: 'Beslut indsats', en: 'Decide on help' },
  role: 'familyCaseworker',
  unit: 'family-group',
  rule: 'next-step',
  form: z
    .object({
      measure: measure.meta({ title: 'Indsats' }),
      startsOn: isoDate.optional().meta({ title: 'Starter den' }),
      provider: z.enum(['familyHouse', 'other']).optional().meta({ title: 'Hvem hjælper' }),
      houseKind: houseKind.optional().meta({ title: 'Slags forløb i familiehuset' }),
      childHeard: z.boolean().optional().meta({ title: 'Barnet er hørt' }),
      why: freeText('Begrundelse').optional(),
      ...voices,
    })
    .check(context => {
      const { measure: chosen } = context.value
      requireWhen({
        when: chosen !== 'none',
        value: context.value.startsOn,
        field: 'startsOn',
        message: 'Skriv hvornår indsatsen starter',
        context,
      })
      requireWhen({
        when: chosen === 'supportive',
        value: context.value.childHeard,
        field: 'childHeard',
        message: 'Barnet skal høres før en indsats efter § 32',
        context,
      })
    }),
})

/** S8: the early measure ends, with its effect. */
export const endMeasureTask = defineTask({
  kind: 'endMeasure',
  title: { da: 'Afslut indsatsen', en: 'End the measure' },
  role: 'familyCaseworker',
  unit: 'family-group',
  rule: 'early-measure',
  form: z.object({
    endedOn: isoDate.meta({ title: 'Sluttede den' }),
    effect: effect.meta({ title: 'Virkning' }),
    note: freeText('Bemærkning').optional(),
    ...voices,
  }),
})
