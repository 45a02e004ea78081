import type { Rule } from '../rule.js'
import { localUnpausable, statutory } from './define.js'

/** Screening, clarification and investigation by the authority, and families that move away. */
export const investigationRules: readonly Rule[] = [
  statutory({
    id: 'matter-screening',
    amount: null,
    unit: null,
    basis: 'Barnets lov § 18',
    mark: 'S',
    text: {
      da: 'Enhver ny henvendelse, også en henvisning, screenes: ingen afdækning, afdækning (§ 19) eller børnefaglig undersøgelse (§ 20).',
      en: 'Every new matter, referrals too, is screened: no clarification, clarification (§ 19) or investigation (§ 20).',
    },
  }),
  statutory({
    id: 'clarification',
    amount: null,
    unit: null,
    basis: 'Barnets lov § 19',
    mark: 'V',
    text: { da: 'Afdækning af afgrænsede forhold.', en: 'Clarification of delimited matters.' },
  }),
  statutory({
    id: 'child-investigation',
    amount: 4,
    unit: 'months',
    basis: 'Barnets lov § 20',
    mark: 'S',
    text: {
      da: 'Den børnefaglige undersøgelse er færdig senest 4 måneder efter, at kommunen blev opmærksom på barnet. Ellers laves en foreløbig vurdering.',
      en: 'The child-welfare investigation is finished 4 months after the municipality became aware; otherwise a provisional assessment is made.',
    },
  }),
  statutory({
    id: 'abuse-investigation',
    amount: null,
    unit: null,
    basis: 'Barnets lov § 20, stk. 1, nr. 2',
    mark: 'S',
    text: {
      da: 'Ved mistanke om overgreb skal der laves børnefaglig undersøgelse. Børnehuset bruges, når politi eller sygehus er med i sagen.',
      en: 'On suspected abuse an investigation is mandatory; the children’s house (børnehus) takes part when police or hospital do.',
    },
  }),
  statutory({
    id: 'municipality-move',
    amount: null,
    unit: null,
    basis: 'Barnets lov § 132',
    mark: 'V',
    text: {
      da: 'Flytter familien, underrettes den nye kommune, og materialet sendes med.',
      en: 'When the family moves, the new municipality is notified and the material is sent.',
    },
  }),
  localUnpausable({
    id: 'move-send',
    amount: 3,
    unit: 'arbejdsdage',
    basis: 'Barnets lov § 132',
    mark: '–',
    text: {
      da: 'Materialet sendes til den nye kommune. Ansvaret bliver her, til den nye kommune har kvitteret.',
      en: 'The material is sent to the new municipality; responsibility stays here until its receipt.',
    },
  }),
]
