import { partsOf, weekdayOf } from './iso-date.js'

/** The languages of the product, Danish first. */
export type Language = 'da' | 'en'

// Written out rather than taken from Intl: the same deadline must read the same on every worker.
const weekdays: Readonly<Record<Language, readonly string[]>> = {
  da: ['søndag', 'mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
}
const months: Readonly<Record<Language, readonly string[]>> = {
  da: 'januar februar marts april maj juni juli august september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
}

/** The name of a local date's weekday. */
export function weekdayName(date: string, language: Language): string {
  return weekdays[language][weekdayOf(date)] ?? ''
}

/** `2. marts`, `2 March`. */
export function shortDate(date: string, language: Language): string {
  const { month, day } = partsOf(date)
  return `${day}${language === 'da' ? '.' : ''} ${months[language][month - 1]}`
}

/** `2. marts 2027`, `2 March 2027`. */
export function dateWithYear(date: string, language: Language): string {
  return `${shortDate(date, language)} ${partsOf(date).year}`
}

/** `tirsdag 2. marts 2027`, `Tuesday 2 March 2027`. */
export function longDate(date: string, language: Language): string {
  return `${weekdayName(date, language)} ${dateWithYear(date, language)}`
}
