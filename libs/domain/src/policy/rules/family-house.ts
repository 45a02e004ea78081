import { serviceGoal } from '../local-basis.js'
import type { Rule } from '../rule.js'
import { localPausable } from './define.js'

const goal = { basis: serviceGoal, mark: '–' } as const

/** Courses in the family house. No term of law was found for any of them: all are proposed service goals. */
export const familyHouseRules: readonly Rule[] = [
  localPausable({
    ...goal,
    id: 'family-house-intake',
    amount: 5,
    unit: 'arbejdsdage',
    text: {
      da: 'Familiehuset ser på en henvendelse og siger, hvad det kan tilbyde.',
      en: 'The family house looks at a request and says what it can offer.',
    },
  }),
  localPausable({
    ...goal,
    id: 'family-house-waiting',
    amount: 8,
    unit: 'weeks',
    text: {
      da: 'En familie på venteliste kontaktes: skal den stadig vente, eller er der en anden vej?',
      en: 'A family on the waiting list is contacted: does it still wait, or is there another way?',
    },
  }),
  localPausable({
    ...goal,
    id: 'family-house-place-answer',
    amount: 5,
    unit: 'arbejdsdage',
    text: {
      da: 'Familien svarer på en tilbudt plads, så den ikke står tom, mens andre venter.',
      en: 'The family answers an offered place, so that it does not stand empty while others wait.',
    },
  }),
  localPausable({
    ...goal,
    id: 'family-house-start',
    amount: 14,
    unit: 'days',
    text: {
      da: 'Forløbet begynder, når familien har fået en plads.',
      en: 'The course begins when the family has a place.',
    },
  }),
  localPausable({
    ...goal,
    id: 'family-house-session',
    amount: 14,
    unit: 'days',
    text: {
      da: 'Samtalerne holdes med højst så lang tid imellem, når ingen dato er aftalt.',
      en: 'Sessions are at most this far apart when no date was agreed on.',
    },
  }),
  localPausable({
    ...goal,
    id: 'family-house-adjust',
    amount: 5,
    unit: 'arbejdsdage',
    text: {
      da: 'Et forløb, der ikke virker, justeres sammen med familien.',
      en: 'A course that does not work is adjusted together with the family.',
    },
  }),
]
