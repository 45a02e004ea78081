/**
 * The ways a demo case can go, and how many of the 334 go each. The mix is made up, within what was published:
 * 226 are taken on; three quarters of those (170) end because no concern remains, or family and institution carry on.
 */
export const takenOnCourses = {
  // 84 + 86 = 170: no concern remains, or family and institution carry on
  counsellingEndsWell: 40,
  shortCourse: 12,
  parentCourse: 14,
  earlyHelp: 18,
  familyCarriesOn: 66,
  openHouse: 10,
  fatherRefuses: 10,
  // 56 others
  droppedOut: 20,
  takenOver: 14,
  silence: 8,
  violenceRevealed: 8,
  moved: 6,
} as const

/** 108 are not taken on. Suspected violence or abuse is notified at once and never comes to triage. */
export const otherCourses = {
  notifiedAtOnce: 20,
  adviceEnough: 46,
  otherOffer: 14,
  otherResource: 14,
  notOurs: 14,
} as const

export type CourseKind = keyof typeof takenOnCourses | keyof typeof otherCourses

/** How many cases go each way. */
export const courseCounts: Readonly<Record<CourseKind, number>> = { ...takenOnCourses, ...otherCourses }
