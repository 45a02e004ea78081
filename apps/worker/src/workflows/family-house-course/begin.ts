import {
  groupClosed,
  placeGiven,
  revokeCourse,
  type CourseInput,
  type GroupClosed,
  type PlaceGiven,
  type RevokeCourse,
} from '@brobygger/domain/messages'
import type { FamilyHouseCourseStep, Process } from '@brobygger/domain/processes'
import { command, refuse, start } from '../kit/index.js'
import { isStale, leaveGroup, takeUpPlace, waitOrNot } from './group.js'
import type { HouseCourse, HouseFacts, HouseWay } from './way.js'

/** Starts a course, or goes on from its ledger; groups tell it of places, and its sender may take it back. */
export function begin(process: Process<FamilyHouseCourseStep>, input: CourseInput): HouseCourse {
  const { way, houseKind, ageBand, mainCategory, interpreter = false, referrer, text } = input
  const course = start<HouseWay, HouseFacts>(process, input, {
    facts: { group: null, place: null, heard: {}, sessions: [] },
    opening: [
      {
        type: 'courseRequested',
        way,
        houseKind,
        ageBand,
        mainCategory,
        interpreter,
        referrer: referrer === null ? null : referrer.by === 'contract' ? referrer.offer : referrer.process,
        ...(text === undefined ? {} : { text }),
      },
    ],
    turns: course => ({ close: () => abandon(course, 'closed') }),
  })
  command<PlaceGiven>({
    course,
    name: 'placeGiven',
    schema: placeGiven,
    // A family that has found another way meanwhile gives the place back by the refusal.
    check: given => {
      if (!beforeStart.has(course.heading) || isStale(course, given)) refuse('place-not-wanted')
    },
    run: given => takeUpPlace(course, given),
  })
  command<GroupClosed>({
    course,
    name: 'groupClosed',
    schema: groupClosed,
    check: ({ group }) => {
      if (course.facts.group !== group || !beforeStart.has(course.heading)) refuse('place-not-wanted')
    },
    run: () => {
      course.facts.group = null
      course.turnTo({ next: 'intake' })
    },
  })
  command<RevokeCourse>({
    course,
    name: 'revokeCourse',
    schema: revokeCourse,
    check: () => beforeStart.has(course.heading) || refuse('offer-not-open'),
    run: () => abandon(course, 'revoked'),
  })
  course.onPause = ended => void course.flow.branch(() => waitOrNot(course, { paused: !ended }))
  return course
}

/** Until the course has begun, a place can be given, and the course taken back. */
const beforeStart = new Set<FamilyHouseCourseStep>(['request', 'intake', 'waiting', 'place'])

/** Whatever is under way ends; the place goes to the next in turn. */
async function abandon(course: HouseCourse, outcome: string): Promise<void> {
  course.turnTo({ next: 'ended', outcome, abandoned: true })
  await course.flow.branch(() => leaveGroup(course))
}
