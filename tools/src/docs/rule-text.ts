import type { Rule } from '@brobygger/domain/policy'

/** English words for the units of the rule table; the Danish ones stand for what English has no word for. */
const units: Readonly<Record<NonNullable<Rule['unit']>, readonly [one: string, many: string]>> = {
  minutes: ['minute', 'minutes'],
  hours: ['hour', 'hours'],
  days: ['day', 'days'],
  weeks: ['week', 'weeks'],
  months: ['month', 'months'],
  years: ['year', 'years'],
  arbejdsdage: ['arbejdsdag', 'arbejdsdage'],
  hverdage: ['hverdag', 'hverdage'],
  yearsOfAge: ['year of age', 'years of age'],
  percent: ['%', '%'],
  quarters: ['quarter', 'quarters'],
  sessions: ['session', 'sessions'],
  meetings: ['meeting', 'meetings'],
  children: ['child', 'children'],
  timesPerMonth: ['time a month', 'times a month'],
  hoursPerVisit: ['hour a visit', 'hours a visit'],
  monthsBack: ['month back', 'months back'],
  timesPerSchoolDay: ['time a school day', 'times a school day'],
}

/** `10 arbejdsdage`, `at once`; a dash where a rule has no number. */
export function amountText({ amount, unit }: Pick<Rule, 'amount' | 'unit'>): string {
  if (amount === null || unit === null) return '–'
  if (amount === 0) return unit === 'minutes' ? 'at once' : 'the same day'
  const [one, many] = units[unit]
  return `${amount} ${amount === 1 ? one : many}`
}
