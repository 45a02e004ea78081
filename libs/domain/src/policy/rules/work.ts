import { agreedDateBasis, serviceGoal, survey2019 } from '../local-basis.js'
import type { Rule } from '../rule.js'
import { localPausable, localUnpausable } from './define.js'

/** How the work itself is organised. */
export const workRules: readonly Rule[] = [
  localUnpausable({
    id: 'conflict-reassign',
    amount: 1,
    unit: 'arbejdsdage',
    basis: 'Forvaltningsloven § 3',
    mark: '–',
    text: {
      da: 'Sagen fordeles på ny, når en medarbejder har meldt sig inhabil.',
      en: 'The case is reassigned after a declared conflict of interest.',
    },
  }),
  localUnpausable({
    id: 'duty-unread',
    amount: 1,
    unit: 'hours',
    basis: serviceGoal,
    mark: '–',
    text: {
      da: 'En ulæst opgave om underretningspligt vises for lederen.',
      en: 'A duty task that is unread is shown to the leader.',
    },
  }),
  localUnpausable({
    id: 'caseload-high',
    amount: 30,
    unit: 'children',
    basis: survey2019,
    mark: '–',
    text: {
      da: 'Over så mange børn kaldes en medarbejders sagstal højt. Undersøgelsens 23-50 er kommunale gennemsnit.',
      en: 'Above this many children a worker’s caseload is called high. The survey’s 23–50 are municipal averages.',
    },
  }),
  localPausable({
    id: 'letter-by-hand',
    amount: 3,
    unit: 'arbejdsdage',
    basis: serviceGoal,
    mark: '–',
    text: {
      da: 'Et brev, som intet system kan bringe, eller som er kommet retur, afleveres af en medarbejder.',
      en: 'A letter that no system can bring, or that came back, is handed over by a member of staff.',
    },
  }),
  localUnpausable({
    id: 'letter-by-post',
    amount: 5,
    unit: 'hverdage',
    basis: serviceGoal,
    mark: '–',
    text: {
      da: 'Et brev på papir regnes for fremme så længe efter, at det er sendt, når det ikke er kommet retur.',
      en: 'A letter on paper counts as there so long after it was posted, unless it has come back.',
    },
  }),
  localUnpausable({
    id: 'person-look-up',
    amount: 1,
    unit: 'arbejdsdage',
    basis: serviceGoal,
    mark: '–',
    text: {
      da: 'Så længe ventes der på CPR. Derefter kan en medarbejder slå barnet op i hånden; hvad der kommer først, gælder.',
      en: 'For so long the register of persons is waited for. Then a member of staff may look the child up by hand; whichever comes first counts.',
    },
  }),
  localUnpausable({
    id: 'person-check',
    amount: 2,
    unit: 'arbejdsdage',
    basis: serviceGoal,
    mark: '–',
    text: {
      da: 'Et nummer, som CPR ikke svarede på, kontrolleres, eller barnet slås op i hånden.',
      en: 'A number that the register did not answer to is checked, or the child is looked up by hand.',
    },
  }),
  localPausable({
    id: 'next-step',
    amount: 5,
    unit: 'arbejdsdage',
    basis: serviceGoal,
    mark: '–',
    text: {
      da: 'Opgaver, som ingen anden regel sætter frist for.',
      en: 'A task that no other rule governs.',
    },
  }),
  localUnpausable({
    id: 'agreed-date',
    amount: null,
    unit: null,
    basis: agreedDateBasis,
    mark: '–',
    text: {
      da: 'En dato, der er aftalt med familien eller mellem medarbejdere. Den flyttes kun ved en ny aftale.',
      en: 'A date agreed with the family or between staff. Only a new agreement moves it.',
    },
  }),
]
