import { z } from 'zod'
import { counsellingEnd, offer } from '../../codes/index.js'
import { dutyCheck, freeText, isoDate } from '../../forms/index.js'
import { defineTask } from '../define.js'
import { closing, present, requireWhen, voices } from '../shared-fields.js'

/** S4: one session of anonymous counselling. Its number is the step's. */
export const sessionTask = defineTask({
  kind: 'session',
  title: { da: 'Anonym rådgivning: samtale', en: 'Anonymous counselling: session' },
  role: 'socialWorker',
  unit: 'early-help',
  rule: 'counselling-start',
  form: z
    .object({
      heldOn: isoDate.meta({ title: 'Dato' }),
      present,
      leafletGiven: z
        .boolean()
        .default(true)
        .meta({ title: 'Folder om anonymitet er udleveret og gennemgået' }),
      themes: freeText('Temaer').optional(),
      agreed: freeText('Aftaler').optional(),
      interpreterUsed: z.boolean().default(false).meta({ title: 'Tolk' }),
      dutyCheck,
      end: counsellingEnd.optional().meta({ title: 'Forløbet slutter' }),
      offer: offer.optional().meta({ title: 'Tilbud' }),
      nextOn: isoDate.optional().meta({ title: 'Næste aftale' }),
      closing: closing.optional(),
      ...voices,
    })
    .check(context => {
      requireWhen({
        when: context.value.end === 'otherOffer',
        value: context.value.offer,
        field: 'offer',
        message: 'Vælg hvilket tilbud',
        context,
      })
    }),
})

/** S4: after the sixth session the team leader extends with a reason, or the course ends. */
export const extendTask = defineTask({
  kind: 'extend',
  title: { da: 'Forlæng eller afslut rådgivningen', en: 'Extend or end the counselling' },
  role: 'teamLeader',
  unit: 'early-help',
  rule: 'next-step',
  escalatesTo: ['nextManager'],
  form: z
    .object({
      decision: z.enum(['extend', 'end']).meta({ title: 'Beslutning' }),
      why: freeText('Begrundelse'),
      end: counsellingEnd.optional().meta({ title: 'Forløbet slutter' }),
      offer: offer.optional().meta({ title: 'Tilbud' }),
    })
    .check(context => {
      const { decision, end } = context.value
      requireWhen({
        when: decision === 'end',
        value: end,
        field: 'end',
        message: 'Vælg hvordan forløbet slutter',
        context,
      })
      requireWhen({
        when: end === 'otherOffer',
        value: context.value.offer,
        field: 'offer',
        message: 'Vælg hvilket tilbud',
        context,
      })
    }),
})
