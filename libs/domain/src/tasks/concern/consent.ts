import { z } from 'zod'
import { offer, consentPurpose, custodyBasis, giverRole, informationKind, unit } from '../../codes/index.js'
import { dutyCheck, freeText, isoDate, whereabouts } from '../../forms/index.js'
import { checkConsentRequest } from '../consent-request.js'
import { defineTask } from '../define.js'
import { closing, requireWhen, voices } from '../shared-fields.js'

/** S5: the social worker asks the parents for consent, in words they can say no to. */
export const requestConsentTask = defineTask({
  kind: 'requestConsent',
  title: { da: 'Bed om samtykke', en: 'Request consent' },
  role: 'socialWorker',
  unit: 'early-help',
  rule: 'next-step',
  form: z
    .object({
      purpose: consentPurpose.default('referral').meta({ title: 'Formål' }),
      from: unit.default('early-help').meta({ title: 'Fra' }),
      to: unit.default('family-group').meta({ title: 'Til' }),
      kinds: z.array(informationKind).min(1).meta({ title: 'Hvilke oplysninger' }),
      excluded: freeText('Undtaget').optional(),
      givers: z
        .array(
          z.object({
            giver: giverRole,
            custody: custodyBasis,
            ...whereabouts('contact', 'Kontakt for påmindelse'),
          }),
        )
        .min(1)
        .meta({ title: 'Hvem skal give samtykke' }),
      language: z
        .string()
        .regex(/^[a-z]{2}$/)
        .default('da')
        .meta({ title: 'Sprog' }),
      interpreter: z.boolean().default(false).meta({ title: 'Tolk' }),
      textVersion: z
        .string()
        .regex(/^[a-z0-9.-]{1,20}$/)
        .default('2027-1')
        .meta({ title: 'Tekstens version' }),
      deliveredOn: isoDate.optional().meta({ title: 'Udleveret den' }),
      reviewOn: isoDate.optional().meta({ title: 'Genbesøges den' }),
    })
    .check(checkConsentRequest),
})

/** S5: no consent came. Another way is chosen, and the duty is weighed. */
export const chooseTask = defineTask({
  kind: 'choose',
  title: { da: 'Vælg en anden vej', en: 'Choose another way' },
  role: 'socialWorker',
  unit: 'early-help',
  rule: 'declined-decide',
  form: z
    .object({
      way: z
        .enum([
          'call',
          'askAgain',
          'counselWilling',
          'mediate',
          'ssdMeeting',
          'continueAnonymously',
          'otherOffer',
          'close',
          'duty',
        ])
        .meta({ title: 'Næste skridt' }),
      why: freeText('Begrundelse'),
      nextOn: isoDate.optional().meta({ title: 'Næste aftale' }),
      offer: offer.optional().meta({ title: 'Tilbud' }),
      closing: closing.optional(),
      dutyCheck,
      ...voices,
    })
    .check(context => {
      requireWhen({
        when: context.value.way === 'otherOffer',
        value: context.value.offer,
        field: 'offer',
        message: 'Vælg hvilket tilbud',
        context,
      })
    }),
})
