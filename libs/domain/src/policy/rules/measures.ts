import { serviceGoal } from '../local-basis.js'
import type { Rule } from '../rule.js'
import { localPausable, localUnpausable, statutory } from './define.js'

/** Measures (indsatser), the child's plan and follow-up. */
export const measureRules: readonly Rule[] = [
  localPausable({
    id: 'early-measure',
    amount: 12,
    unit: 'weeks',
    basis: 'Barnets lov § 30',
    mark: 'S',
    text: {
      da: 'Tidlig forebyggende indsats uden afgørelse eller undersøgelse; lokalt et kort forløb på op til 12 uger.',
      en: 'Early preventive measure without decision or investigation; locally a short course of up to 12 weeks.',
    },
  }),
  statutory({
    id: 'supportive-measure',
    amount: null,
    unit: null,
    basis: 'Barnets lov § 32',
    mark: 'S',
    text: {
      da: 'Støttende indsats kræver afgørelse og samtykke fra forældremyndighedens indehaver; formål og varighed skal fremgå.',
      en: 'A supportive measure needs a decision and the custody holder’s consent; purpose and duration are stated.',
    },
  }),
  statutory({
    id: 'honour-risk',
    amount: null,
    unit: null,
    basis: 'Barnets lov § 18',
    mark: 'S',
    text: {
      da: 'Ved æresrelaterede konflikter vurderes risikoen, før forældre eller netværk kontaktes.',
      en: 'In honour-related conflicts the risk is assessed before parents or network are contacted.',
    },
  }),
  statutory({
    id: 'child-plan',
    amount: 3,
    unit: 'months',
    basis: 'Barnets lov § 91',
    mark: 'S',
    text: {
      da: 'Barnets plan overvejes ved støttende indsats og er et krav ved anbringelse, senest 3 måneder efter afgørelsen.',
      en: 'The child’s plan is considered at a supportive measure and mandatory at placement, 3 months from the decision.',
    },
  }),
  statutory({
    id: 'first-follow-up',
    amount: 3,
    unit: 'months',
    basis: 'Barnets lov § 95',
    mark: 'S',
    text: {
      da: 'Første opfølgning senest 3 måneder efter, at den støttende indsats er begyndt.',
      en: 'First follow-up 3 months after a supportive measure starts.',
    },
  }),
  // § 95 binds only supportive measures; everything lighter is followed up by the municipality's own choice.
  localPausable({
    id: 'first-follow-up-local',
    amount: 3,
    unit: 'months',
    basis: serviceGoal,
    mark: '–',
    text: {
      da: 'Første opfølgning på hjælp, der ikke er en støttende indsats efter § 32.',
      en: 'First follow-up of help that is not a supportive measure by § 32.',
    },
  }),
  localUnpausable({
    id: 'first-follow-up-next',
    amount: 6,
    unit: 'months',
    basis: 'Barnets lov § 95',
    mark: 'S',
    text: {
      da: 'Næste opfølgning, når der ikke er valgt en anden dato; lokalt efter 6 måneder.',
      en: 'The next follow-up when no other date is chosen; locally after 6 months.',
    },
  }),
]
