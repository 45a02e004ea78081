import { z } from 'zod'
import { offer, resource, triageOutcome } from '../../codes/index.js'
import { freeText } from '../../forms/index.js'
import { defineTask } from '../define.js'
import { requireWhen } from '../shared-fields.js'

/** S2: someone with the right knowledge looks at the concern. */
export const triageTask = defineTask({
  kind: 'triage',
  title: { da: 'Visitér bekymringen', en: 'Triage the concern' },
  role: 'socialWorker',
  unit: 'early-help',
  rule: 'triage-answer',
  form: z
    .object({
      outcome: triageOutcome.meta({ title: 'Udfald' }),
      why: freeText('Begrundelse'),
      resource: resource.optional().meta({ title: 'Ressourceperson' }),
      offer: offer.optional().meta({ title: 'Tilbud' }),
      adviceToo: z.boolean().default(false).meta({ title: 'Også sparring til personalet' }),
    })
    .check(context => {
      const { outcome } = context.value
      requireWhen({
        when: outcome === 'otherResource',
        value: context.value.resource,
        field: 'resource',
        message: 'Vælg hvilken ressourceperson',
        context,
      })
      requireWhen({
        when: outcome === 'otherOffer',
        value: context.value.offer,
        field: 'offer',
        message: 'Vælg hvilket tilbud',
        context,
      })
    }),
})

/** S2: whoever raised the concern hears back, within what consent allows. */
export const replyTask = defineTask({
  kind: 'reply',
  title: { da: 'Svar den der rejste bekymringen', en: 'Reply to whoever raised the concern' },
  role: 'socialWorker',
  unit: 'early-help',
  rule: 'raiser-reply',
  form: z.object({ reply: freeText('Svar') }),
})

/** S2: another resource person takes it up, or says why not. */
export const acceptResourceTask = defineTask({
  kind: 'acceptResource',
  title: { da: 'Tag imod opgaven', en: 'Accept the task' },
  role: 'resourcePerson',
  unit: 'early-help',
  rule: 'other-resource-accept',
  form: z.object({
    accepted: z.boolean().meta({ title: 'Tager imod' }),
    why: freeText('Begrundelse').optional(),
  }),
})
