import type { Rule } from '../rule.js'
import { localUnpausable, statutory } from './define.js'

const absenceOrder = 'Fraværsbekendtgørelsen 2020'

/** School absence, and the passage from day-care to school. */
export const schoolRules: readonly Rule[] = [
  statutory({
    id: 'absence-note',
    amount: 1,
    unit: 'timesPerSchoolDay',
    basis: `${absenceOrder}; Folkeskoleloven § 39`,
    mark: 'S',
    text: {
      da: 'Fravær noteres hver skoledag som sygdom, lovligt eller ulovligt; i 7.-10. klasse også i sidste lektion.',
      en: 'Absence is noted each school day as sick, permitted or unlawful; in grades 7–10 also in the last lesson.',
    },
  }),
  statutory({
    id: 'absence-contact',
    amount: 0,
    unit: 'days',
    basis: absenceOrder,
    mark: 'S',
    text: {
      da: 'Forældrene kontaktes samme dag ved ulovligt fravær.',
      en: 'Parents are contacted the same day on unlawful absence.',
    },
  }),
  statutory({
    id: 'absence-warning',
    amount: 10,
    unit: 'percent',
    basis: absenceOrder,
    mark: 'S',
    text: {
      da: 'Forældrene advares ved mindst 10 % ulovligt fravær i et kvartal.',
      en: 'Parents are warned at 10 % unlawful absence or more in a calendar quarter.',
    },
  }),
  statutory({
    id: 'absence-notify',
    amount: 15,
    unit: 'percent',
    basis: 'Barnets lov § 133, stk. 2',
    mark: 'S',
    text: {
      da: 'Skolelederen underretter kommunen ved mindst 15 % ulovligt fravær i et kvartal.',
      en: 'The head of school notifies the municipality at 15 % unlawful absence or more in a calendar quarter.',
    },
  }),
  statutory({
    id: 'absence-benefit',
    amount: 1,
    unit: 'quarters',
    basis: 'Børne- og ungeydelsesloven',
    mark: 'S',
    text: {
      da: 'Børneydelsen kan standses i det næste kvartal; forældrene høres først.',
      en: 'Child benefit may stop in the next quarter; the parents are heard first.',
    },
  }),
  statutory({
    id: 'absence-benefit-hearing',
    amount: 12,
    unit: 'yearsOfAge',
    basis: 'Børne- og ungeydelsesloven',
    mark: 'S',
    text: {
      da: 'Et barn over 12 år høres også, før børneydelsen standses.',
      en: 'A child over 12 is also heard before child benefit stops.',
    },
  }),
  statutory({
    id: 'deferral-assessment',
    amount: null,
    unit: null,
    basis: 'Dagtilbudsloven § 29 a',
    mark: 'S',
    text: {
      da: 'Udsat skolestart vurderes af dagtilbud, forældre og den modtagende skole sammen.',
      en: 'Deferred school start is assessed by day-care, parents and the receiving school.',
    },
  }),
  localUnpausable({
    id: 'day-care-transfer',
    amount: null,
    unit: null,
    basis: 'Dagtilbudsloven',
    mark: 'S',
    text: {
      da: 'Viden følger barnet fra sundhedsplejerske til dagtilbud og fra dagtilbud til skole, som kommunen har aftalt det.',
      en: 'Information follows the child from health visitor to day-care to school, as agreed locally.',
    },
  }),
]
