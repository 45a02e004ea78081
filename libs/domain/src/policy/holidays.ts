import type { Label } from '../codes/index.js'
import { addDays, partsOf } from './iso-date.js'

/** A public holiday (helligdag) on a local ISO date. */
export interface Holiday {
  readonly date: string
  readonly name: Label
}

/** Store bededag is a working day from 2024. */
const lastYearOfStoreBededag = 2023

/** Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher). */
function easterSunday(year: number): string {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 19 * l) / 433)
  const month = Math.floor((h + l - 7 * m + 90) / 25)
  const day = (h + l - 7 * m + 33 * month + 19) % 32
  return `${year}-0${month}-${String(day).padStart(2, '0')}`
}

/**
 * The Danish public holidays of a year, in order. 5 June, 24 and 31 December are not among them: a municipality
 * that closes on those days says so in its closed days.
 */
export function danishHolidays(year: number): readonly Holiday[] {
  const easter = easterSunday(year)
  const fromEaster = (days: number, da: string, en: string): Holiday => ({
    date: addDays(easter, days),
    name: { da, en },
  })
  return [
    { date: `${year}-01-01`, name: { da: 'nytårsdag', en: 'New Year’s Day' } },
    fromEaster(-3, 'skærtorsdag', 'Maundy Thursday'),
    fromEaster(-2, 'langfredag', 'Good Friday'),
    fromEaster(0, 'påskedag', 'Easter Sunday'),
    fromEaster(1, '2. påskedag', 'Easter Monday'),
    ...(year <= lastYearOfStoreBededag ? [fromEaster(26, 'store bededag', 'Great Prayer Day')] : []),
    fromEaster(39, 'Kristi himmelfartsdag', 'Ascension Day'),
    fromEaster(49, 'pinsedag', 'Whit Sunday'),
    fromEaster(50, '2. pinsedag', 'Whit Monday'),
    { date: `${year}-12-25`, name: { da: 'juledag', en: 'Christmas Day' } },
    { date: `${year}-12-26`, name: { da: '2. juledag', en: 'Boxing Day' } },
  ]
}

/** The holiday on a local date, if it is one. */
export function holidayOn(date: string): Holiday | undefined {
  return danishHolidays(partsOf(date).year).find(holiday => holiday.date === date)
}
