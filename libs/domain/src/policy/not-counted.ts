import type { Calendar } from './calendar.js'
import { dateWithYear, shortDate, type Language } from './date-text.js'
import { holidayOn } from './holidays.js'
import { addDays, daysBetween, weekdayOf } from './iso-date.js'
import { localDate } from './local-time.js'
import type { Pause } from './pause.js'
import { isCounted, type CountedUnit } from './term.js'

/** More than this is summed up: an explanation is read in a worklist. */
const mostDaysNamed = 3
const mostPausesNamed = 2

const notCounted: Readonly<Record<Language, string>> = { da: 'Ikke talt med', en: 'Not counted' }
const and: Readonly<Record<Language, string>> = { da: 'og', en: 'and' }
const more: Readonly<Record<Language, string>> = { da: 'mere', en: 'more' }

/** Names the holidays and closed days that a deadline skipped; weekends go without saying. */
export function skippedDaysNote(
  span: { start: string; dueOn: string; unit: CountedUnit; pauses: readonly Pause[]; calendar: Calendar },
  language: Language,
): string {
  const { start, dueOn, unit, pauses, calendar } = span
  const lastWeekday = unit === 'arbejdsdage' ? 5 : 6
  const paused = pauses.map(pause => ({ after: localDate(pause.from), to: localDate(pause.to) }))
  const skipped = Array.from({ length: daysBetween(start, dueOn) }, (_, index) => addDays(start, index + 1))
    .filter(day => weekdayOf(day) >= 1 && weekdayOf(day) <= lastWeekday && !isCounted(day, unit, calendar))
    .filter(day => !paused.some(({ after, to }) => after < day && day <= to))
  const closed = { da: 'lukkedag', en: 'closed day' }
  return list(
    skipped.map(day => `${(holidayOn(day)?.name ?? closed)[language]} ${shortDate(day, language)}`),
    mostDaysNamed,
    language,
  )
}

/** Names the pauses that moved a deadline. */
export function pauseNote(pauses: readonly Pause[], language: Language): string {
  const until = { da: 'til', en: 'to' }[language]
  return list(
    pauses.map(({ from, to }) => {
      const [first, last] = [localDate(from), localDate(to)]
      return `pause ${shortDate(first, language)} ${until} ${dateWithYear(last, language)}`
    }),
    mostPausesNamed,
    language,
  )
}

function list(names: readonly string[], most: number, language: Language): string {
  if (names.length === 0) return ''
  const rest = names.length - most
  const tail = rest > 0 ? ` ${and[language]} ${rest} ${more[language]}` : ''
  return ` ${notCounted[language]}: ${names.slice(0, most).join(', ')}${tail}.`
}
