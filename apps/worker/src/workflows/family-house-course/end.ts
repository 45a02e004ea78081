import type { CourseInput } from '@brobygger/domain/messages'
import { endCourseTask } from '@brobygger/domain/tasks'
import { leaveGroup } from './group.js'
import { tellReferrer } from './referrer.js'
import type { HouseCourse, HouseWay } from './way.js'

/** The effect in the family's and the therapist's eyes; the place goes on, and the family back to whoever referred. */
export async function endCourse(course: HouseCourse, input: CourseInput): Promise<HouseWay> {
  const { answer, by } = await course.desk.ask(endCourseTask)
  const { endedOn: on, reason, effect } = answer
  course.journal.emit({ type: 'courseEnded', reason, effect, on }, by)
  await leaveGroup(course)
  await tellReferrer(course, input, { report: 'courseEnded', effect, on })
  return { next: 'ended', outcome: effect }
}
