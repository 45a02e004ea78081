import type { Rule } from '../rule.js'
import { localUnpausable, statutory } from './define.js'

/** The duty to notify (underretningspligt) and what the municipality owes whoever notified. */
export const notificationRules: readonly Rule[] = [
  statutory({
    id: 'notify-professional',
    amount: 0,
    unit: 'minutes',
    basis: 'Barnets lov § 133',
    mark: 'S',
    text: {
      da: 'Fagfolk underretter straks ved behov for støtte, bekymring for et ufødt barn, ulovligt fravær eller overgreb. Rådgivning eller samtykke må aldrig forsinke det.',
      en: 'Professionals notify at once: need of support, an unborn child, unlawful absence, abuse. Counselling or consent never holds it back.',
    },
  }),
  statutory({
    id: 'notify-anyone',
    amount: null,
    unit: null,
    basis: 'Barnets lov § 135',
    mark: 'S',
    text: {
      da: 'Alle har pligt til at underrette, og det kan ske anonymt.',
      en: 'Everyone has a duty to notify, and may do so anonymously.',
    },
  }),
  statutory({
    id: 'notification-acute-assessment',
    amount: 24,
    unit: 'hours',
    basis: 'Barnets lov § 136',
    mark: 'S',
    text: {
      da: 'Enhver underretning vurderes for akut fare inden 24 timer, også i weekender og på helligdage.',
      en: 'Every notification is assessed for acute danger within 24 hours, weekends and holidays included.',
    },
  }),
  statutory({
    id: 'notification-receipt',
    amount: 6,
    unit: 'hverdage',
    // The amount was found in a source; which of the two paragraphs carries it is for a jurist to verify.
    basis: 'Barnets lov §§ 137-138',
    mark: 'S',
    text: {
      da: 'Underretteren får kvittering for underretningen inden 6 hverdage.',
      en: 'The notifier gets a receipt within 6 weekdays (Monday to Saturday).',
    },
  }),
  localUnpausable({
    id: 'notification-feedback',
    amount: 5,
    unit: 'arbejdsdage',
    basis: 'Barnets lov §§ 137-138',
    mark: 'V',
    text: {
      da: 'En fagperson, der har underrettet, får besked om, hvorvidt der er sat en undersøgelse eller støtte i gang, medmindre det skader barnet.',
      en: 'A professional notifier is told whether an investigation or measure started, unless that is harmful.',
    },
  }),
  statutory({
    id: 'notification-reassess',
    amount: null,
    unit: null,
    basis: 'Barnets lov § 137',
    mark: 'V',
    text: {
      da: 'Får barnet allerede støtte, vurderes sagen på ny, og en person, der ikke har haft sagen, deltager.',
      en: 'When the child already has support, the case is assessed again and a new person takes part.',
    },
  }),
]
