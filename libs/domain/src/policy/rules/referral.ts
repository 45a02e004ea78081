import { agreement, serviceGoal } from '../local-basis.js'
import type { Rule } from '../rule.js'
import { localPausable } from './define.js'

/** Referral (henvisning) from early help to the family group. */
export const referralRules: readonly Rule[] = [
  localPausable({
    id: 'referral-answer',
    amount: 10,
    unit: 'arbejdsdage',
    reminderAfter: { amount: 5, unit: 'arbejdsdage' },
    basis: agreement,
    mark: '–',
    text: {
      da: 'Familiegruppen svarer på en henvisning inden 10 arbejdsdage; påmindelse efter 5. Overskrides fristen, får begge ledere besked.',
      en: 'The family group answers a referral within 10 working days, with a reminder after 5; both leaders are told when it has passed.',
    },
  }),
  localPausable({
    id: 'declined-decide',
    amount: 5,
    unit: 'arbejdsdage',
    basis: serviceGoal,
    mark: '–',
    text: {
      da: 'Socialrådgiveren beslutter, hvad der nu skal ske, når en henvisning er afvist.',
      en: 'The social worker decides what happens after a declined referral.',
    },
  }),
  localPausable({
    id: 'first-meeting',
    amount: 14,
    unit: 'days',
    basis: serviceGoal,
    mark: '–',
    text: {
      da: 'Familiegruppen holder det første møde med familien, efter at henvisningen er modtaget.',
      en: 'The family group holds its first meeting with the family after acceptance.',
    },
  }),
  localPausable({
    id: 'case-system-entry',
    amount: 2,
    unit: 'arbejdsdage',
    basis: serviceGoal,
    mark: '–',
    text: {
      da: 'Sagen oprettes i familiegruppens fagsystem, når henvisningen er modtaget, og nummeret skrives her.',
      en: 'The case is entered in the family group’s case system after acceptance, and its number is written here.',
    },
  }),
]
