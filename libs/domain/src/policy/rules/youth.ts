import type { Rule } from '../rule.js'
import { statutory } from './define.js'

const youthAct = 'Lov om kommunal indsats for unge under 25 år'

/** Young people from 15. */
export const youthRules: readonly Rule[] = [
  statutory({
    id: 'youth-plan',
    amount: 16,
    unit: 'yearsOfAge',
    basis: 'Barnets lov § 108',
    mark: 'S',
    text: { da: 'Ungeplan overvejes fra 16 år.', en: 'A youth plan is considered from the age of 16.' },
  }),
  statutory({
    id: 'youth-inactive',
    amount: 5,
    unit: 'arbejdsdage',
    basis: youthAct,
    mark: 'V',
    text: {
      da: 'En 15-17-årig uden uddannelse eller job kontaktes inden 5 arbejdsdage.',
      en: 'A 15–17-year-old without education or job is contacted within 5 working days.',
    },
  }),
  statutory({
    id: 'youth-inactive-offer',
    amount: 30,
    unit: 'days',
    basis: youthAct,
    mark: 'V',
    text: {
      da: 'En 15-17-årig uden uddannelse eller job får et tilbud inden 30 dage.',
      en: 'A 15–17-year-old without education or job gets an offer within 30 days.',
    },
  }),
]
