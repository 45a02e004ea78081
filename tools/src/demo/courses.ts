import type { CourseKind } from './course-kinds.js'
import { earlyHelp, fatherRefuses, silence, takenOver } from './courses/consent.js'
import {
  counsellingEndsWell,
  droppedOut,
  familyCarriesOn,
  moved,
  openHouse,
  parentCourse,
} from './courses/counselling.js'
import { shortCourse } from './courses/family-house.js'
import { adviceEnough, notOurs, otherOffer, otherResource } from './courses/not-taken-on.js'
import { notifiedAtOnce, violenceRevealed } from './courses/notification.js'
import type { PlayedCase } from './played-case.js'

/** How each course goes, from triage to its end. */
export const courses: Readonly<Record<CourseKind, (played: PlayedCase) => Promise<void>>> = {
  counsellingEndsWell,
  shortCourse,
  parentCourse,
  earlyHelp,
  familyCarriesOn,
  openHouse,
  fatherRefuses,
  droppedOut,
  takenOver,
  silence,
  violenceRevealed,
  moved,
  notifiedAtOnce,
  adviceEnough,
  otherOffer,
  otherResource,
  notOurs,
}
