import { z } from 'zod'
import { screening } from '../codes/index.js'
import { freeText, isoDate } from '../forms/index.js'
import { defineTask } from './define.js'

const familyGroup = { role: 'familyCaseworker', unit: 'family-group' } as const

/** S11: every notification is assessed for acute danger within 24 hours, weekends and holidays included. */
export const assessTask = defineTask({
  ...familyGroup,
  kind: 'assess',
  title: { da: 'Vurdér underretningen inden 24 timer', en: 'Assess the notification within 24 hours' },
  rule: 'notification-acute-assessment',
  form: z.object({
    acute: z.boolean().meta({ title: 'Akut fare' }),
    screening: screening.meta({ title: 'Screening efter § 18' }),
    parentsContacted: z.boolean().meta({ title: 'Forældrene er kontaktet' }),
    police: z.boolean().default(false).meta({ title: 'Politiet inddrages' }),
    childrensHouse: z.boolean().default(false).meta({ title: 'Børnehus inddrages' }),
    why: freeText('Begrundelse'),
  }),
})

/** S11: the notifier gets a receipt within six weekdays. */
export const notificationReceiptTask = defineTask({
  ...familyGroup,
  kind: 'notificationReceipt',
  title: { da: 'Send kvittering til underretter', en: 'Send the receipt to the notifier' },
  rule: 'notification-receipt',
  form: z.object({ note: freeText('Bemærkning').optional() }),
})

/** S11: the police are brought in at once. */
export const policeTask = defineTask({
  ...familyGroup,
  kind: 'police',
  title: { da: 'Inddrag politiet', en: 'Bring in the police' },
  rule: 'notification-acute-assessment',
  form: z.object({
    calledOn: isoDate.meta({ title: 'Kontaktet den' }),
    note: freeText('Bemærkning').optional(),
  }),
})

/** S11: the children's house (børnehus) takes part when police or hospital do. */
export const childrensHouseTask = defineTask({
  ...familyGroup,
  kind: 'childrensHouse',
  title: { da: 'Inddrag børnehuset', en: "Bring in the children's house" },
  rule: 'notification-acute-assessment',
  form: z.object({
    calledOn: isoDate.meta({ title: 'Kontaktet den' }),
    note: freeText('Bemærkning').optional(),
  }),
})

/** S11: the parents are told, later when there is abuse or an honour-related risk. */
export const tellParentsTask = defineTask({
  ...familyGroup,
  kind: 'tellParents',
  title: { da: 'Fortæl forældrene om underretningen', en: 'Tell the parents of the notification' },
  rule: 'next-step',
  form: z.object({
    toldOn: isoDate.meta({ title: 'Fortalt den' }),
    honourRiskAssessed: z.boolean().meta({ title: 'Risiko ved æresrelateret konflikt er vurderet' }),
    reaction: freeText('Forældrenes reaktion').optional(),
  }),
})

/** S11: a professional notifier is told whether an investigation or measure was started, unless harmful. */
export const orientationTask = defineTask({
  ...familyGroup,
  kind: 'orientation',
  title: { da: 'Orientér den fagperson der underrettede', en: 'Orient the professional notifier' },
  rule: 'notification-feedback',
  form: z.object({
    told: z
      .enum(['investigationStarted', 'measureStarted', 'nothingStarted', 'withheld'])
      .meta({ title: 'Orientering' }),
    why: freeText('Bemærkning').optional(),
  }),
})

/** BL § 19: delimited matters are clarified. */
export const clarificationTask = defineTask({
  ...familyGroup,
  kind: 'clarification',
  title: { da: 'Afdækning (§ 19)', en: 'Clarification (§ 19)' },
  rule: 'first-follow-up-local',
  form: z.object({
    result: z.enum(['noMeasure', 'measure', 'investigation']).meta({ title: 'Resultat' }),
    note: freeText('Bemærkning').optional(),
  }),
})

/** BL § 20: the child-welfare investigation is finished within four months. */
export const investigationTask = defineTask({
  ...familyGroup,
  kind: 'investigation',
  title: {
    da: 'Afslut den børnefaglige undersøgelse (§ 20)',
    en: 'Finish the child-welfare investigation (§ 20)',
  },
  rule: 'child-investigation',
  form: z.object({
    result: z.enum(['noMeasure', 'measure']).meta({ title: 'Resultat' }),
    note: freeText('Bemærkning').optional(),
  }),
})

/** BL § 20: a late investigation needs a provisional assessment. */
export const provisionalTask = defineTask({
  ...familyGroup,
  kind: 'provisionalAssessment',
  title: { da: 'Skriv en foreløbig vurdering', en: 'Write a provisional assessment' },
  rule: 'next-step',
  form: z.object({ assessment: freeText('Foreløbig vurdering') }),
})
