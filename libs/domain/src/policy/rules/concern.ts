import { serviceGoal } from '../local-basis.js'
import type { Rule } from '../rule.js'
import { localPausable } from './define.js'

/** From the concern (bekymring) to counselling. */
export const concernRules: readonly Rule[] = [
  localPausable({
    id: 'triage-answer',
    amount: 3,
    unit: 'arbejdsdage',
    basis: serviceGoal,
    mark: '–',
    text: { da: 'Henvendelsen visiteres.', en: 'The enquiry is triaged.' },
  }),
  localPausable({
    id: 'raiser-reply',
    amount: 5,
    unit: 'arbejdsdage',
    basis: serviceGoal,
    mark: '–',
    text: {
      da: 'Den, der rejste bekymringen, får svar inden for det, samtykket tillader.',
      en: 'Whoever raised the concern gets a reply within what consent allows.',
    },
  }),
  localPausable({
    id: 'open-counselling',
    amount: 6,
    unit: 'sessions',
    basis: 'Barnets lov §§ 28-29',
    mark: 'S',
    text: {
      da: 'Åben, anonym og gratis rådgivning, lokalt op til 6 samtaler. Ingen skal oplyse navn.',
      en: 'Open, anonymous, free counselling, locally up to 6 sessions. No name may be required.',
    },
  }),
  localPausable({
    id: 'counselling-start',
    amount: 10,
    unit: 'arbejdsdage',
    basis: serviceGoal,
    mark: '–',
    text: { da: 'Første rådgivningssamtale holdes.', en: 'The first counselling session is held.' },
  }),
  localPausable({
    id: 'other-resource-accept',
    amount: 5,
    unit: 'arbejdsdage',
    basis: serviceGoal,
    mark: '–',
    text: {
      da: 'En anden ressourceperson siger ja til at tage opgaven.',
      en: 'Another resource person accepts the task.',
    },
  }),
]
