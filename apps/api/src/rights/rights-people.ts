import type { Administration } from '@brobygger/domain/codes'
import { leadersIn, type Municipality, type People } from '@brobygger/domain/organisation'
import type { Person } from '../person/caller.js'

/** Whether a person works in an administration. */
export function worksIn(person: Person, administration: Administration): boolean {
  return person.affiliations.some(place => place.administration === administration)
}

/** The leaders; and whoever wrote it down does the work where they belong, elsewhere the unit's queue. */
export function rightsPeople(
  municipality: Municipality,
  caller: Person,
  administration: Administration,
): People {
  const leaders = leadersIn(municipality, administration)
  return {
    raiser: null,
    institutionLeader: null,
    socialWorker: worksIn(caller, 'children-and-youth') ? caller.id : leaders.teamLeader,
    ...leaders,
    familyCaseworker: worksIn(caller, 'social-services') ? caller.id : null,
    familyHouseTherapist: null,
  }
}
