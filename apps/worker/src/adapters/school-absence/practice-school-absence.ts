import type { SchoolAbsence } from '../../ports/school-absence.js'

/** No child of a practice case goes to school: there is nothing to tell. */
export function practiceSchoolAbsence(): SchoolAbsence {
  return { after: () => Promise.resolve([]) }
}
