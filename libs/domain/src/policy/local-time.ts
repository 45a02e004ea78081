import { addDays } from './iso-date.js'
import { PolicyError } from './policy-error.js'

let formatter: Intl.DateTimeFormat | undefined

/** Made on first use: a formatter costs milliseconds, and a workflow that never asks should not pay. */
function copenhagen(): Intl.DateTimeFormat {
  formatter ??= new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Copenhagen',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  return formatter
}

/** Milliseconds of an ISO instant with a zone. Throws PolicyError `instant-invalid`. */
export function millisecondsOf(instant: string): number {
  const milliseconds = /T.*(Z|[+-]\d{2}:\d{2})$/.test(instant) ? Date.parse(instant) : Number.NaN
  if (Number.isNaN(milliseconds)) {
    throw new PolicyError('instant-invalid', 'expected an instant such as 2027-01-14T08:00:00.000Z')
  }
  return milliseconds
}

/** An ISO instant in UTC. */
export function instantOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}

/** The clock on the wall in Copenhagen, to the second: `2027-01-14T09:00:00`. */
function wallClock(milliseconds: number): string {
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {}
  for (const { type, value } of copenhagen().formatToParts(milliseconds)) part[type] = value
  return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}:${part.second}`
}

/** How far Copenhagen is ahead of UTC at an instant, in milliseconds. */
function offsetAt(milliseconds: number): number {
  const second = Math.floor(milliseconds / 1000) * 1000
  return Date.parse(`${wallClock(second)}Z`) - second
}

/** The local date in Copenhagen of an instant. Throws PolicyError `instant-invalid`. */
export function localDate(instant: string): string {
  return wallClock(millisecondsOf(instant)).slice(0, 10)
}

/** The local time in Copenhagen of an instant, `HH:MM`. Throws PolicyError `instant-invalid`. */
export function localTime(instant: string): string {
  return wallClock(millisecondsOf(instant)).slice(11, 16)
}

/**
 * The instant at which clocks in Copenhagen show `HH:MM` on a date. A time that comes twice in autumn means its
 * first coming; a time that is skipped in spring means the same distance after the skip.
 *
 * @throws PolicyError `date-invalid`, `time-invalid`
 */
export function atLocalTime(date: string, time: string): string {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) throw new PolicyError('time-invalid', 'expected HH:MM')
  const wall = Date.parse(`${addDays(date, 0)}T${time}:00Z`)
  // The offset half a day earlier and later are those before and after a change on this date, if there is one.
  const before = offsetAt(wall - 43_200_000)
  const after = offsetAt(wall + 43_200_000)
  const early = wall - before
  if (offsetAt(early) === before) return instantOf(early)
  return offsetAt(wall - after) === after ? instantOf(wall - after) : instantOf(early)
}

/** The last millisecond of a local day. Throws PolicyError `date-invalid`. */
export function endOfLocalDay(date: string): string {
  return instantOf(millisecondsOf(atLocalTime(addDays(date, 1), '00:00')) - 1)
}
