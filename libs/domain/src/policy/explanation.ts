import type { Label } from '../codes/index.js'
import { isArbejdsdag, type Calendar } from './calendar.js'
import { longDate, weekdayName, type Language } from './date-text.js'
import { holidayOn } from './holidays.js'
import { partsOf } from './iso-date.js'
import { basisLabel } from './local-basis.js'
import { localDate, localTime } from './local-time.js'
import type { Pause } from './pause.js'
import type { Rule } from './rule.js'
import { pauseNote, skippedDaysNote } from './not-counted.js'
import { countsSomeDaysOnly, lastDayOf, runsInDays, type Term } from './term.js'
import { termText } from './term-text.js'

interface Explained {
  readonly rule: Rule
  readonly term: Term
  readonly from: string
  readonly dueAt: string
  readonly dueOn: string
  /** The pauses that moved the deadline. */
  readonly pauses: readonly Pause[]
  /** There was a pause, but the rule cannot be paused. */
  readonly pausedInVain: boolean
  readonly calendar: Calendar
}

/** Why a deadline lies where it lies: what was counted, what was left out, and by which rule. */
export function explain(explained: Explained): Label {
  return { da: sentences(explained, 'da'), en: sentences(explained, 'en') }
}

function sentences(explained: Explained, language: Language): string {
  const { pausedInVain, pauses } = explained
  const inVain = {
    da: ' En pause standser ikke denne frist.',
    en: ' A pause does not stop this deadline.',
  }
  return [
    `${count(explained, language)} (${source(explained.rule, language)}).`,
    dayNotes(explained, language),
    pauseNote(pauses, language),
    pausedInVain ? inVain[language] : '',
  ].join('')
}

/** What was counted from when: the first sentence without its source. */
function count({ term, from, dueAt, dueOn }: Explained, language: Language): string {
  const by = { da: 'Senest', en: 'By' }[language]
  const since = { da: 'fra', en: 'from' }[language]
  if (runsInDays(term)) {
    const sameDay = { da: 'samme dag', en: 'the same day' }[language]
    const start = longDate(localDate(from), language)
    const length = term.amount === 0 ? sameDay : `${termText(term, language)} ${since} ${start}`
    return `${by} ${longDate(dueOn, language)}: ${length}`
  }
  if (term.amount === 0) return `${{ da: 'Straks', en: 'At once' }[language]}, ${moment(dueAt, language)}`
  const always = {
    da: 'weekend og helligdage tæller med',
    en: 'weekends and holidays included',
  }[language]
  const length = `${termText(term, language)} ${since} ${moment(from, language)}`
  return `${by} ${moment(dueAt, language)}: ${length}, ${always}`
}

function moment(instant: string, language: Language): string {
  const time = localTime(instant)
  const clock = { da: `kl. ${time.replace(':', '.')}`, en: `at ${time}` }[language]
  return `${longDate(localDate(instant), language)} ${clock}`
}

function source(rule: Rule, language: Language): string {
  const local = { da: 'lokal frist', en: 'local deadline' }[language]
  return [rule.id, ...(rule.local ? [local] : []), basisLabel(rule.basis)[language]].join(', ')
}

/** What happened to the days: those skipped, a month too short, or an end on a closed day. */
function dayNotes({ term, from, dueOn, pauses, calendar }: Explained, language: Language): string {
  if (!runsInDays(term)) return ''
  const start = localDate(from)
  if (countsSomeDaysOnly(term.unit)) {
    return skippedDaysNote({ start, dueOn, unit: term.unit, pauses, calendar }, language)
  }
  const startDay = partsOf(start).day
  const inMonths = term.unit === 'months' || term.unit === 'years'
  const clamped = inMonths && partsOf(lastDayOf(start, term, calendar)).day !== startDay
  const clamp = {
    da: ` Måneden har ingen ${startDay}., så dens sidste dag gælder.`,
    en: ` The month has no day ${startDay}, so its last day counts.`,
  }
  return `${clamped ? clamp[language] : ''}${closedDayNote(dueOn, calendar)[language]}`
}

/** Says that a deadline which ends on a closed day stays there; empty on an open day. */
export function closedDayNote(on: string, calendar: Calendar): Label {
  if (isArbejdsdag(on, calendar)) return { da: '', en: '' }
  const name = holidayOn(on)?.name ?? {
    da: calendar.closedDays.includes(on) ? 'lukkedag' : weekdayName(on, 'da'),
    en: calendar.closedDays.includes(on) ? 'closed day' : weekdayName(on, 'en'),
  }
  return {
    da: ` Dagen er lukket (${name.da}), men fristen flyttes ikke.`,
    en: ` The day is closed (${name.en}), but the deadline is not moved.`,
  }
}
