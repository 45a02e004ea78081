import { z } from 'zod'
import { concernState } from '../../codes/index.js'
import { dutyCheck, freeText, isoDate } from '../../forms/index.js'
import { defineTask } from '../define.js'
import { closing, requireWhen, voices } from '../shared-fields.js'

/** S3: staff are advised. */
export const adviceTask = defineTask({
  kind: 'advice',
  title: { da: 'Sparring til personalet', en: 'Advise the staff' },
  role: 'socialWorker',
  unit: 'early-help',
  rule: 'raiser-reply',
  form: z.object({
    heldOn: isoDate.meta({ title: 'Dato' }),
    rolesPresent: z
      .array(z.string().regex(/^[a-zA-Z]{2,40}$/))
      .default([])
      .meta({ title: 'Roller til stede' }),
    actions: z
      .array(z.object({ who: freeText('Hvem'), what: freeText('Hvad'), by: isoDate.optional() }))
      .default([])
      .meta({ title: 'Aftalte handlinger' }),
    parentsTold: freeText('Sådan fortælles det til forældrene').optional(),
    reviewOn: isoDate.meta({ title: 'Opfølgning den' }),
    dutyCheck,
  }),
})

/** S3: did the advice help? Then close, look again, or offer the parents counselling. */
export const reviewTask = defineTask({
  kind: 'review',
  title: { da: 'Følg op på sparringen', en: 'Review the advice' },
  role: 'socialWorker',
  unit: 'early-help',
  rule: 'agreed-date',
  form: z
    .object({
      concern: concernState.meta({ title: 'Bekymringen er' }),
      next: z.enum(['close', 'reviewAgain', 'counselling']).optional().meta({ title: 'Næste skridt' }),
      reviewOn: isoDate.optional().meta({ title: 'Ny opfølgning den' }),
      closing: closing.optional(),
      dutyCheck: dutyCheck.optional(),
      ...voices,
    })
    .check(context => {
      const { concern, next } = context.value
      requireWhen({
        when: concern !== 'gone',
        value: next,
        field: 'next',
        message: 'Bekymringen er der stadig: vælg næste skridt',
        context,
      })
      requireWhen({
        when: next === 'reviewAgain',
        value: context.value.reviewOn,
        field: 'reviewOn',
        message: 'Vælg dato for ny opfølgning',
        context,
      })
    }),
})
