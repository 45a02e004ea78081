import type { PlaceAnswer } from '@brobygger/domain/messages'
import { answerPlaceTask, waitingReviewTask } from '@brobygger/domain/tasks'
import { leaveGroup, tellGroup } from './group.js'
import type { HouseCourse, HouseWay } from './way.js'

/**
 * The group gives a place at once, or a number in the order of arrival. Its word that a place is free turns the course
 * to the offer; until then nobody who waits is forgotten.
 */
export async function waitForPlace(course: HouseCourse, way: HouseWay): Promise<HouseWay> {
  const { facts } = course
  const group = way.group ?? facts.group
  if (group === null) return { next: 'intake' }
  facts.group = group
  const answer = await tellGroup<PlaceAnswer>(course, group, { update: 'askForPlace' })
  if (answer === null) return noSuchGroup(course)
  if (answer.placed) {
    facts.place = { group, asOf: answer.asOf }
    return { next: 'place', group }
  }
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
    case 'later':
      course.facts.place = null
      await tellGroup(course, group, { update: 'holdPlace', message: { held: true } })
      return { next: 'waiting', group }
    case 'no':
      await leaveGroup(course)
      return { next: 'intake' }
  }
}

/** The group has ended or takes no more: another way has to be found. */
function noSuchGroup(course: HouseCourse): HouseWay {
  course.facts.group = null
  return { next: 'intake' }
}

function moved(course: HouseCourse, to: 'waiting' | 'offered' | 'placed', group: string): void {
  const { houseKind = null } = course.facts
  course.journal.emit({ type: 'courseMoved', to, houseKind, group, reason: null })
}
