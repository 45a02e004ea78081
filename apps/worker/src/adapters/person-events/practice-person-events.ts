import type { PersonEvents } from '../../ports/person-events.js'

/** Nobody of a practice case is in any register: there is nothing to tell. */
export function practicePersonEvents(): PersonEvents {
  return { after: () => Promise.resolve([]) }
}
