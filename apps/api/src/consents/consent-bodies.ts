import { consentForm, giverRole, informationKind } from '@brobygger/domain/codes'
import { freeText, identifying, whereabouts } from '@brobygger/domain/forms'
import { requestConsentTask } from '@brobygger/domain/tasks'
import { z } from 'zod'

const giver = giverRole.meta({ title: 'Hvem svarer' })
const note = freeText('Bemærkning').optional()

/** The request, by the form of its task. */
export const askBody = requestConsentTask.form.meta({ id: 'AskConsent' })

/** A giver says yes. What is said orally is written down word for word, with its witness. */
export const giveBody = z
  .strictObject({
    giver,
    form: consentForm.meta({ title: 'Form' }),
    kinds: z
      .array(informationKind)
      .min(1)
      .max(20)
      .optional()
      .meta({ title: 'Hvilke oplysninger', description: 'All that was asked for, when left out' }),
    words: freeText('De præcise ord').optional(),
    witness: freeText('Vidne').optional(),
    giverName: identifying('Navn').optional(),
    ...whereabouts('contact', 'Kontakt'),
    note,
  })
  .check(context => {
    const { form, words, witness } = context.value
    if (form !== 'oral') return
    for (const [field, value] of Object.entries({ words, witness })) {
      if (value !== undefined) continue
      context.issues.push({
        code: 'custom',
        path: [field],
        message: 'Et mundtligt samtykke skrives ned ord for ord, med vidne',
        input: context.value,
        params: { code: 'required-here' },
      })
    }
  })
  .meta({ id: 'GiveConsent' })
export const refuseBody = z.strictObject({ giver, note }).meta({ id: 'RefuseConsent' })
export const withdrawBody = z.strictObject({ giver, note }).meta({ id: 'WithdrawConsent' })

export type AskBody = z.infer<typeof askBody>
export type GiveBody = z.infer<typeof giveBody>
export type RefuseBody = z.infer<typeof refuseBody>
export type WithdrawBody = z.infer<typeof withdrawBody>
