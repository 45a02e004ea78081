import { z } from 'zod'
import { consentForm } from '../codes/index.js'
import { freeText, isoDate } from '../forms/index.js'
import { defineTask } from './define.js'

/** S5: the family has the text in its own language; only then do the 14 days run. */
export const deliverTranslationTask = defineTask({
  kind: 'deliverTranslation',
  title: { da: 'Udlever teksten på familiens sprog', en: "Deliver the text in the family's language" },
  role: 'socialWorker',
  unit: 'early-help',
  rule: 'next-step',
  form: z.object({
    deliveredOn: isoDate.meta({ title: 'Udleveret den' }),
    professionalInterpreter: z
      .literal(true)
      .meta({ title: 'En professionel tolk med tavshedspligt, ikke et barn eller en slægtning' }),
  }),
})

/** S5: an oral consent covers one disclosure, then it is written, or it lapses. */
export const writtenConsentTask = defineTask({
  kind: 'writtenConsent',
  title: { da: 'Få det mundtlige samtykke på skrift', en: 'Get the oral consent in writing' },
  role: 'socialWorker',
  unit: 'early-help',
  rule: 'oral-consent',
  form: z.object({ form: consentForm.extract(['digital', 'paper']).meta({ title: 'Form' }) }),
})

/** A consent is asked for again when its review date comes. */
export const reviewConsentTask = defineTask({
  kind: 'reviewConsent',
  title: { da: 'Gennemgå samtykket med familien', en: 'Review the consent with the family' },
  role: 'socialWorker',
  unit: 'early-help',
  rule: 'consent-disclosure',
  form: z.object({
    stillGiven: z.boolean().meta({ title: 'Familien står ved samtykket' }),
    why: freeText('Bemærkning').optional(),
  }),
})
