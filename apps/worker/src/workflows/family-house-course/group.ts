import type { GroupAnswer, PlaceGiven } from '@brobygger/domain/messages'
import { tell } from '../kit/index.js'
import type { HouseCourse } from './way.js'

/**
 * Says something to a group and hears its answer. What the group said before it, and what arrives after, is out of
 * date: a place that was given and has gone again meanwhile is not a place.
 */
export async function tellGroup<A extends GroupAnswer>(
  course: HouseCourse,
  group: string,
  said: { update: 'askForPlace' | 'holdPlace' | 'leaveGroup'; message?: object },
): Promise<A | null> {
  const message = { course: course.id, ...said.message }
  const answer = await tell<A>(course, { process: group, update: said.update, message })
  if (answer === null) return null
  const { facts } = course
  facts.heard[group] = Math.max(facts.heard[group] ?? 0, answer.asOf)
  if (facts.place?.group !== group || facts.place.asOf >= answer.asOf) return answer
  facts.place = null
  if (course.heading === 'place') {
    course.turnTo(facts.group === group ? { next: 'waiting', group } : { next: 'intake' })
  }
  return answer
}

/** Whether a group has said something newer since. */
export function isStale({ facts }: HouseCourse, { group, asOf }: PlaceGiven): boolean {
  return asOf < (facts.heard[group] ?? 0)
}

/** A group has a place: the family is asked. A place or number in another group is given up. */
export async function takeUpPlace(course: HouseCourse, { group, asOf }: PlaceGiven): Promise<void> {
  const { facts } = course
  const before = facts.group
  facts.group = group
  facts.place = { group, asOf }
  course.turnTo({ next: 'place', group })
  if (before === null || before === group) return
  await course.flow.branch(() => tellGroup(course, before, { update: 'leaveGroup' }))
}

/** Gives up the family's place, or its number. */
export async function leaveGroup(course: HouseCourse): Promise<void> {
  const { facts } = course
  const { group } = facts
  if (group === null) return
  facts.group = null
  facts.place = null
  await tellGroup(course, group, { update: 'leaveGroup' })
}

/** A pause passes the family over while it waits, so that no place stands empty for it. */
export async function waitOrNot(course: HouseCourse, { paused }: { paused: boolean }): Promise<void> {
  const { facts } = course
  const { group } = facts
  if (group === null || (course.heading !== 'waiting' && course.heading !== 'place')) return
  if (paused && course.heading === 'place') {
    facts.place = null
    course.turnTo({ next: 'waiting', group })
  }
  await tellGroup(course, group, { update: 'holdPlace', message: { held: paused } })
}
