import type { CourseInput } from '@brobygger/domain/messages'
import { houseIntakeTask } from '@brobygger/domain/tasks'
import { tellReferrer } from './referrer.js'
import type { HouseCourse, HouseWay } from './way.js'

/** A family that walks in is met at once and gives no name; every other request is looked at first. */
export function receiveFamily({ way }: CourseInput): Promise<HouseWay> {
  return Promise.resolve({ next: way === 'walkIn' ? 'start' : 'intake' })
}

/** A place in a group, open counselling at once, or a no with what could be done instead. */
export async function lookAtRequest(course: HouseCourse, input: CourseInput): Promise<HouseWay> {
  const { answer, by } = await course.desk.ask(houseIntakeTask)
  const { decision, group, reason = 'targetGroup' } = answer
  const houseKind = answer.houseKind ?? input.houseKind
  course.facts.houseKind = houseKind
  course.people = { ...course.people, familyHouseTherapist: by }
  course.journal.emit({ type: 'peopleChanged', people: course.people }, by)
  if (decision === 'decline') {
    course.journal.emit({ type: 'courseMoved', to: 'declined', houseKind, group: null, reason }, by)
    await tellReferrer(course, input, { report: 'courseDeclined', on: course.now.slice(0, 10), reason })
    return { next: 'ended', outcome: 'declined' }
  }
  if (decision === 'group' && group !== undefined) return { next: 'waiting', group }
  course.journal.emit({ type: 'courseMoved', to: 'placed', houseKind, group: null, reason: null }, by)
  return { next: 'start' }
}
