import { z } from 'zod'
import { consentForm } from '../codes/index.js'
import { freeText } from '../forms/index.js'
import { defineTask } from './define.js'

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
