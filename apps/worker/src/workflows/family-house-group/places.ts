import {
  giveInTurn,
  hasPlace,
  hindranceTo,
  hold,
  join,
  leave,
  numberOf,
  putFirst,
  take,
} from '@brobygger/domain/family-house'
import type {
  GroupAnswer,
  HoldPlace,
  PlaceAnswer,
  PutFirst,
  SetCapacity,
  TakePlace,
} from '@brobygger/domain/messages'
import { tell } from '../kit/index.js'
import { changed, type Group, type GroupWay } from './way.js'

/** Families come and go until the leader closes the group to new ones. */
export async function stayOpen(course: Group): Promise<GroupWay> {
  for (;;) {
    await course.bell(changed).wait()
    await course.goOnInNewRunWhenLong()
  }
}

/** Whoever waits has to find another way; those who have a place keep it to their end. */
export async function closeToNew(course: Group): Promise<GroupWay> {
  const { facts } = course
  for (const { course: waiting } of facts.places.waiting) {
    freePlace(course, waiting)
    await tell(course, { process: waiting, update: 'groupClosed', message: { group: course.id } })
  }
  while (facts.places.taken.length > 0) await course.bell(changed).wait()
  return { next: 'ended', outcome: 'closed' }
}

/** A place at once when one is free and nobody in turn waits; else a number in the order of arrival. */
export function placeOrNumber(course: Group, asking: string): PlaceAnswer {
  const { facts } = course
  const known = hasPlace(facts.places, asking) || numberOf(facts.places, asking) !== null
  if (!known && hindranceTo(facts.places, asking) === null) {
    facts.places = take(facts.places, asking)
    course.journal.emit({ type: 'placeGiven', course: asking, reason: null, overtook: [] })
    course.bell(changed).ring()
  }
  joinWaiting(course, asking)
  const placed = hasPlace(facts.places, asking)
  return { ...asOfNow(course), placed, number: numberOf(facts.places, asking) }
}

/** The family waits, if it does not already wait or have a place. */
function joinWaiting(course: Group, joining: string): void {
  const { facts } = course
  const before = facts.places
  facts.places = join(before, joining)
  const number = numberOf(facts.places, joining)
  if (facts.places === before || number === null) return
  course.journal.emit({ type: 'placeAwaited', course: joining, number })
  course.bell(changed).ring()
}

/** A worker takes a free place for a family. The course is told at once. */
export async function give(course: Group, { course: to, by }: TakePlace): Promise<void> {
  const { facts } = course
  facts.places = take(facts.places, to)
  course.journal.emit({ type: 'placeGiven', course: to, reason: null, overtook: [] }, by)
  course.bell(changed).ring()
  await offerTo(course, [to])
}

/** A family comes before those who have waited longer; the reason stands in the log, and with the place it gets. */
export function comeFirst(course: Group, { course: who, by, reason, text }: PutFirst): GroupAnswer {
  const { facts } = course
  joinWaiting(course, who)
  facts.places = putFirst(facts.places, { course: who, reason })
  const why = text === undefined ? {} : { text }
  course.journal.emit({ type: 'placePutFirst', course: who, reason, ...why }, by)
  giveWhatIsFree(course)
  return asOfNow(course)
}

/** Somebody leaves: the place goes to the one who has waited longest. */
export function freePlace(course: Group, leaving: string): GroupAnswer {
  const { facts } = course
  const before = facts.places
  facts.places = leave(before, leaving)
  if (hasPlace(before, leaving) || numberOf(before, leaving) !== null) {
    course.journal.emit({ type: 'placeLeft', course: leaving })
    giveWhatIsFree(course)
  }
  return asOfNow(course)
}

/** A family asks to wait, with or without a place that was offered to it; or it is ready again. */
export function holdNumber(course: Group, { course: of, held }: HoldPlace): GroupAnswer {
  const { facts } = course
  const had = hasPlace(facts.places, of)
  facts.places = hold(facts.places, { course: of, held })
  const number = numberOf(facts.places, of)
  if (had && number !== null) course.journal.emit({ type: 'placeAwaited', course: of, number })
  if (number !== null) course.journal.emit({ type: 'placeHeld', course: of, held })
  giveWhatIsFree(course)
  return asOfNow(course)
}

/** More room is room for those who wait. */
export function changeCapacity(course: Group, { by, capacity }: SetCapacity): void {
  course.facts.places = { ...course.facts.places, capacity }
  course.journal.emit({ type: 'capacityChanged', capacity }, by)
  giveWhatIsFree(course)
}

/** What is free goes to those whose turn it is; they are told, and nobody waits for that. */
function giveWhatIsFree(course: Group): void {
  course.bell(changed).ring()
  if (course.heading !== 'open') return
  const { places, given } = giveInTurn(course.facts.places)
  course.facts.places = places
  for (const { course: to, reason, overtook } of given) {
    course.journal.emit({ type: 'placeGiven', course: to, reason, overtook: [...overtook] })
  }
  const told = given.map(({ course: to }) => to)
  void offerTo(course, told)
}

/** Tells courses of their places; one that does not want its place any more gives it back. */
async function offerTo(course: Group, given: readonly string[]): Promise<void> {
  const { facts } = course
  const { asOf } = asOfNow(course)
  const message = { group: course.id, asOf }
  const others = facts.given.filter(entry => !given.includes(entry.course))
  facts.given = [...others, ...given.map(to => ({ course: to, asOf }))]
  await Promise.all(
    given.map(to =>
      course.flow.branch(async () => {
        const wanted = await tell(course, { process: to, update: 'placeGiven', message })
        // It may have left, waited on and been given another place meanwhile.
        const still = facts.given.some(entry => entry.course === to && entry.asOf === asOf)
        if (!still) return
        facts.given = facts.given.filter(entry => entry.course !== to)
        if (wanted === null && hasPlace(facts.places, to)) freePlace(course, to)
      }),
    ),
  )
}

/** How far what is said now goes. */
function asOfNow({ journal }: Group): GroupAnswer {
  return { asOf: journal.seq }
}
