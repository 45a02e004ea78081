import { fitAlarmOf, isOffTrack } from '@brobygger/domain/family-house'
import type { CourseInput } from '@brobygger/domain/messages'
import { adjustCourseTask, familySessionTask, startCourseTask } from '@brobygger/domain/tasks'
import { oweDuty } from '../kit/index.js'
import { tellReferrer } from './referrer.js'
import type { HouseCourse, HouseWay } from './way.js'

/** The course begins with the family's own goals; whoever referred hears that it has begun. */
export async function startCourse(course: HouseCourse, input: CourseInput): Promise<HouseWay> {
  const { answer, by } = await course.desk.ask(startCourseTask)
  course.people = { ...course.people, familyHouseTherapist: course.people.familyHouseTherapist ?? by }
  course.journal.emit({ type: 'peopleChanged', people: course.people }, by)
  course.journal.emit({ type: 'courseStarted', on: answer.startsOn }, by)
  await tellReferrer(course, input, { report: 'courseStarted', on: answer.startsOn, person: by })
  return { next: 'session', on: answer.firstSessionOn }
}

/** One session. The scores are the family's own words on how it goes; off track, something is changed. */
export async function holdSession(course: HouseCourse, way: HouseWay): Promise<HouseWay> {
  const { answer, by } = await course.desk.ask(familySessionTask, { on: way.on })
  const { ors, srs, heldOn: on, next, nextOn, dutyCheck } = answer
  course.facts.sessions.push({ ors, srs })
  const alarm = fitAlarmOf(course.facts.sessions)
  const n = course.facts.sessions.length
  course.journal.emit({ type: 'familySessionHeld', n, on, ors, srs, alarm }, by)
  if (dutyCheck.answer === 'yes') oweDuty(course)
  if (next === 'end') return { next: 'end' }
  return isOffTrack(alarm) ? { next: 'adjust' } : { next: 'session', on: nextOn }
}

/** What does not work is changed together with the family, and ends when that is what is changed. */
export async function adjustCourse(course: HouseCourse): Promise<HouseWay> {
  const { answer, by } = await course.desk.ask(adjustCourseTask)
  const { change, nextOn } = answer
  course.journal.emit({ type: 'courseAdjusted', change }, by)
  return change === 'end' ? { next: 'end' } : { next: 'session', on: nextOn }
}
