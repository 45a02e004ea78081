import { z } from 'zod'
import { freeText, identifying, whereabouts } from '../../forms/index.js'
import { defineTask } from '../define.js'
import { requireWhen } from '../shared-fields.js'

/** S11: the notification. The duty is personal: the social worker and whoever raised the concern both have it. */
export const notifyForm = z
  .object({
    identity: z.enum(['named', 'unknownToMe']).meta({ title: 'Kender du barnets identitet?' }),
    childName: identifying('Barnets navn').optional(),
    ...whereabouts('childContact', 'CPR-nummer eller adresse'),
    abuse: z.boolean().meta({ title: 'Mistanke om vold eller overgreb' }),
    acute: z.boolean().default(false).meta({ title: 'Akut fare' }),
    parentsTold: z.enum(['both', 'one', 'none']).meta({ title: 'Er forældrene orienteret?' }),
    parentsToldWhy: freeText('Hvorfor ikke / forældrenes reaktion').optional(),
    childsWords: freeText('Barnets egne ord').optional(),
    observed: freeText('Det jeg har set og hørt'),
    tried: freeText('Hvad er prøvet').optional(),
    siblings: z.boolean().default(false).meta({ title: 'Søskende' }),
    interpreter: z.boolean().default(false).meta({ title: 'Tolk' }),
  })
  .check(context => {
    const { identity, parentsTold } = context.value
    requireWhen({
      when: identity === 'named',
      value: context.value.childName,
      field: 'childName',
      message: 'Skriv barnets navn',
      context,
    })
    requireWhen({
      when: parentsTold === 'none',
      value: context.value.parentsToldWhy,
      field: 'parentsToldWhy',
      message: 'Skriv hvorfor forældrene ikke er orienteret',
      context,
    })
  })

const notify = {
  title: { da: 'Underret nu', en: 'Notify now' },
  rule: 'duty-unread',
  form: notifyForm,
} as const

export const notifyTask = defineTask({ ...notify, kind: 'notify', role: 'socialWorker', unit: 'early-help' })
export const raiserNotifyTask = defineTask({
  ...notify,
  kind: 'raiserNotify',
  role: 'raiser',
  unit: 'institution',
})
