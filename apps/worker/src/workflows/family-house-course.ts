import type { CourseInput } from '@brobygger/domain/messages'
import { familyHouseCourseProcess } from '@brobygger/domain/processes'
import { begin } from './family-house-course/begin.js'
import { endCourse } from './family-house-course/end.js'
import { lookAtRequest, receiveFamily } from './family-house-course/intake.js'
import { offerPlace, waitForPlace } from './family-house-course/places.js'
import { adjustCourse, holdSession, startCourse } from './family-house-course/sessions.js'
import { endWhenAnswered, follow } from './kit/index.js'

/** A family's course in the family house: from the day it comes, to its effect. Page: docs/processes/familyHouseCourse.md */
export async function familyHouseCourse(input: CourseInput): Promise<string> {
  const course = begin(familyHouseCourseProcess, input)
  return follow(
    course,
    input,
    {
      // 1. The family comes: by itself, or sent by somebody who will want to hear; 2. what can the house offer?
      request: () => receiveFamily(input),
      intake: () => lookAtRequest(course, input),

      // 3. It waits its turn; 4. a place is free, and the family takes it, or not yet, or not at all
      waiting: way => waitForPlace(course, way),
      place: way => offerPlace(course, way),

      // 5. Goals of its own; 6. session by session, with the family's own scores; 7. what does not work is changed
      start: () => startCourse(course, input),
      session: way => holdSession(course, way),
      adjust: () => adjustCourse(course),

      // 8. It ends with its effect, and whoever referred hears of it
      end: () => endCourse(course, input),
    },
    // 9. Nothing that is owed is dropped
    { ended: way => endWhenAnswered(course, way) },
  )
}
