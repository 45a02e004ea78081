import type { Administration } from '@brobygger/domain/codes'
import type { Municipality, People } from '@brobygger/domain/organisation'
import type { Person } from '../person/caller.js'

/** Whether a person works in an administration. */
export function worksIn(person: Person, administration: Administration): boolean {
  return person.affiliations.some(place => place.administration === administration)
}

/** The leaders; and whoever wrote it down does the work where they belong, elsewhere the unit's queue. */
export function rightsPeople({ leaders }: Municipality, caller: Person): People {
  return {
    raiser: null,
    institutionLeader: null,
    socialWorker: worksIn(caller, 'children-and-youth') ? caller.id : leaders.teamLeader,
    ...leaders,
    familyCaseworker: worksIn(caller, 'social-services') ? caller.id : null,
    familyHouseTherapist: null,
  }
}
