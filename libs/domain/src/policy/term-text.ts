import type { Language } from './date-text.js'
import type { TermUnit } from './rule.js'
import type { Term } from './term.js'

type OneAndMany = readonly [one: string, many: string]

const words: Readonly<Record<TermUnit, Readonly<Record<Language, OneAndMany>>>> = {
  minutes: { da: ['minut', 'minutter'], en: ['minute', 'minutes'] },
  hours: { da: ['time', 'timer'], en: ['hour', 'hours'] },
  days: { da: ['dag', 'dage'], en: ['day', 'days'] },
  weeks: { da: ['uge', 'uger'], en: ['week', 'weeks'] },
  months: { da: ['måned', 'måneder'], en: ['month', 'months'] },
  years: { da: ['år', 'år'], en: ['year', 'years'] },
  arbejdsdage: { da: ['arbejdsdag', 'arbejdsdage'], en: ['working day', 'working days'] },
  hverdage: {
    da: ['hverdag (mandag-lørdag)', 'hverdage (mandag-lørdag)'],
    en: ['weekday (Monday–Saturday)', 'weekdays (Monday–Saturday)'],
  },
}

/** `10 arbejdsdage`, `1 month`. */
export function termText({ amount, unit }: Term, language: Language): string {
  const [one, many] = words[unit][language]
  return `${amount} ${amount === 1 ? one : many}`
}
