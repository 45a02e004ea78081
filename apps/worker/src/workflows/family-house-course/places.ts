import type { PlaceAnswer } from '@brobygger/domain/messages'
import { answerPlaceTask, waitingReviewTask } from '@brobygger/domain/tasks'
import { tell } from '../kit/index.js'
import type { HouseCourse, HouseWay } from './way.js'

/**
 * The group gives a place at once, or a number in the order of arrival. Its word that a place is free turns the course
 * to the offer; until then nobody who waits is forgotten.
 */
export async function waitForPlace(course: HouseCourse, way: HouseWay): Promise<HouseWay> {
  const group = way.group ?? course.facts.group
  if (group === null) return { next: 'intake' }
  course.facts.group = group
  const message = { course: course.id }
  const answer = await tell<PlaceAnswer>(course, { process: group, update: 'askForPlace', message })
  if (answer === null) return { next: 'intake' }
  if (answer.placed) return { next: 'place', group }
  moved(course, 'waiting', group)
  const review = await course.desk.ask(waitingReviewTask)
  if (review.answer.next === 'keepWaiting') return { next: 'waiting', group }
  await leaveGroup(course)
  return review.answer.next === 'otherGroup'
    ? { next: 'intake' }
    : { next: 'ended', outcome: 'stoppedWaiting' }
}

/** The family answers. One that asks to wait keeps its number, and the place goes to the next in turn. */
export async function offerPlace(course: HouseCourse, { group = '' }: HouseWay): Promise<HouseWay> {
  moved(course, 'offered', group)
  const { familyHouseTherapist: person } = course.people
  if (person !== null) course.post.send({ kind: 'placeOffered', to: 'familyHouseTherapist', person })
  const { answer } = await course.desk.ask(answerPlaceTask)
  switch (answer.answer) {
    case 'yes':
      moved(course, 'placed', group)
      return { next: 'start' }
    case 'later': {
      const message = { course: course.id, held: true }
      await tell(course, { process: group, update: 'holdPlace', message })
      return { next: 'waiting', group }
    }
    case 'no':
      await leaveGroup(course)
      return { next: 'intake' }
  }
}

/** Gives up the family's place, or its number. */
export async function leaveGroup(course: HouseCourse): Promise<void> {
  const { group } = course.facts
  if (group === null) return
  course.facts.group = null
  await leave(course, group)
}

/** Leaves a group. */
export async function leave(course: HouseCourse, group: string): Promise<void> {
  await tell(course, { process: group, update: 'leaveGroup', message: { course: course.id } })
}

/** A pause passes the family over while it waits, so that no place stands empty for it. */
export async function waitOrNot(course: HouseCourse, { paused }: { paused: boolean }): Promise<void> {
  const { group } = course.facts
  if (group === null || (course.current !== 'waiting' && course.current !== 'place')) return
  if (paused && course.current === 'place') course.turnTo({ next: 'waiting', group })
  await tell(course, { process: group, update: 'holdPlace', message: { course: course.id, held: paused } })
}

function moved(course: HouseCourse, to: 'waiting' | 'offered' | 'placed', group: string): void {
  course.journal.emit({ type: 'courseMoved', to, houseKind: null, group, reason: null })
}
