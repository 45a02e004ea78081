import { agreement, serviceGoal } from '../local-basis.js'
import type { Rule } from '../rule.js'
import { localPausable, localUnpausable, statutory } from './define.js'

/** Consent (samtykke), and exchange of information without it. */
export const consentRules: readonly Rule[] = [
  statutory({
    id: 'ssd-exchange',
    amount: 1,
    unit: 'meetings',
    basis: 'Serviceloven § 49 a (paragraf i Barnets lov skal efterprøves)',
    mark: 'S',
    text: {
      da: 'Skole, SFO, dagtilbud, sundhedspleje og myndighed må dele oplysninger uden samtykke på ét møde i det tidlige arbejde. Det er en ret, ikke en pligt.',
      en: 'School, SFO, day-care, health care and child authority may share without consent at one meeting for early work; a right, not a duty.',
    },
  }),
  statutory({
    id: 'ssd-exchange-follow-up',
    amount: 1,
    unit: 'meetings',
    basis: 'Serviceloven § 49 a (paragraf i Barnets lov skal efterprøves)',
    mark: 'S',
    text: {
      da: 'I særlige tilfælde må der holdes ét opfølgende møde uden samtykke.',
      en: 'In special cases there may be one follow-up meeting without consent.',
    },
  }),
  localUnpausable({
    id: 'consent-disclosure',
    amount: 12,
    unit: 'months',
    basis: 'Forvaltningsloven § 28',
    mark: 'S',
    text: {
      da: 'Samtykke til videregivelse er frivilligt, konkret og informeret og kan trækkes tilbage. Loven sætter ingen udløbsdato; lokalt spørges igen efter 12 måneder.',
      en: 'Consent to disclosure is free, specific, informed and revocable. No statutory lapse; locally it is asked for again after 12 months.',
    },
  }),
  statutory({
    id: 'consent-health',
    amount: 1,
    unit: 'years',
    basis: 'Sundhedsloven §§ 43-44',
    mark: 'S',
    text: {
      da: 'Samtykke over for sundhedspersonale er skriftligt, føres ind i journalen og bortfalder senest efter 1 år.',
      en: 'Consent for health staff is written, recorded, and lapses after at most 1 year.',
    },
  }),
  statutory({
    id: 'consent-gdpr',
    amount: null,
    unit: null,
    basis: 'Databeskyttelsesforordningen art. 6, 7 og 9',
    mark: 'V',
    text: {
      da: 'Samtykket skal kunne påvises og kan til enhver tid trækkes tilbage.',
      en: 'Consent is demonstrable and can be withdrawn at any time.',
    },
  }),
  localPausable({
    id: 'consent-answer',
    amount: 14,
    unit: 'days',
    reminderAfter: { amount: 7, unit: 'days' },
    basis: agreement,
    mark: '–',
    text: {
      da: 'Forældrene svarer på anmodningen om samtykke inden 14 dage; de får en påmindelse efter 7.',
      en: 'The parents answer a consent request within 14 days, with a reminder after 7.',
    },
  }),
  localUnpausable({
    id: 'oral-consent',
    amount: 14,
    unit: 'days',
    basis: serviceGoal,
    mark: '–',
    text: {
      da: 'Et mundtligt samtykke dækker én bestemt videregivelse, aldrig helbred, og bortfalder, hvis det ikke bliver skriftligt.',
      en: 'An oral consent covers one named disclosure, never health, and lapses unless it is put in writing.',
    },
  }),
  localUnpausable({
    id: 'basis-review',
    amount: 14,
    unit: 'days',
    basis: serviceGoal,
    mark: '–',
    text: {
      da: 'Har nogen delt oplysninger uden samtykke, ser teamlederen på grundlaget bagefter.',
      en: 'Where information was shared without consent, the team leader looks at the ground afterwards.',
    },
  }),
  localUnpausable({
    id: 'override-review',
    amount: 5,
    unit: 'arbejdsdage',
    basis: serviceGoal,
    mark: '–',
    text: {
      da: 'Databeskyttelsesrådgiveren ser på hver videregivelse, der er besluttet trods manglende samtykke.',
      en: 'The data protection officer looks at each disclosure that was decided in spite of a missing consent.',
    },
  }),
]
