import { copenhagen2012, serviceGoal } from '../local-basis.js'
import type { Rule } from '../rule.js'
import { localPausable, localUnpausable } from './define.js'

const goal = { basis: serviceGoal, mark: '–' } as const

/** Visits to institutions. How often is known from practice; no term of law was found for any of them. */
export const visitRules: readonly Rule[] = [
  localUnpausable({
    id: 'visit-round',
    amount: 1,
    unit: 'timesPerMonth',
    basis: copenhagen2012,
    mark: '–',
    text: {
      da: 'Socialrådgiveren besøger hver institution mindst så mange gange om måneden; klynger deler timerne.',
      en: 'The social worker visits each institution at least this many times a month; clusters share the hours.',
    },
  }),
  localUnpausable({
    id: 'visit-round-most',
    amount: 2,
    unit: 'timesPerMonth',
    basis: copenhagen2012,
    mark: '–',
    text: {
      da: 'Socialrådgiveren besøger hver institution højst så mange gange om måneden.',
      en: 'The social worker visits each institution at most this many times a month.',
    },
  }),
  localUnpausable({
    ...goal,
    id: 'visit-hours',
    amount: 3,
    unit: 'hoursPerVisit',
    text: {
      da: 'Så mange timer regnes der til et besøg med forberedelse, når klyngens timer fordeles.',
      en: 'This many hours are reckoned for a visit and its preparation when a cluster’s hours are shared.',
    },
  }),
  localUnpausable({
    ...goal,
    id: 'visit-burden-window',
    amount: 6,
    unit: 'monthsBack',
    text: {
      da: 'Så mange måneder tilbage tælles bekymringer, når behovet for besøg vejes.',
      en: 'Concerns are counted this many months back when the need for visits is weighed.',
    },
  }),
  localPausable({
    ...goal,
    id: 'visit-weigh',
    amount: 5,
    unit: 'arbejdsdage',
    text: {
      da: 'Teamlederen tager stilling til, hvor meget hver institution vejer i det kommende kvartal.',
      en: 'The team leader decides how heavy each institution weighs in the coming quarter.',
    },
  }),
  localPausable({
    ...goal,
    id: 'visit-prepare',
    amount: 3,
    unit: 'arbejdsdage',
    text: {
      da: 'Et besøg forberedes så længe før: dagsordenen sendes til institutionens leder.',
      en: 'A visit is prepared this long before: the agenda goes to the institution’s leader.',
    },
  }),
  localPausable({
    ...goal,
    id: 'visit-missed',
    amount: 2,
    unit: 'arbejdsdage',
    text: {
      da: 'Lederen tager stilling til et besøg, der ikke blev holdt.',
      en: 'The leader decides what becomes of a visit that was missed.',
    },
  }),
]
