import type { Administration, Unit } from '@brobygger/domain/codes'
import { answeringUnit, leadersIn, type Municipality, type People } from '@brobygger/domain/organisation'
import type { Person } from '../person/caller.js'

/**
 * The unit of a person in an administration: its leader decides about their work. Of somebody who has no workplace
 * there, but perhaps a part in its cases, it is the unit that answers for the administration.
 */
export function unitHere(municipality: Municipality, person: Person, administration: Administration): Unit {
  const here = person.affiliations.find(place => place.administration === administration)
  return here?.unit ?? answeringUnit(municipality, administration)
}

/** The people of a bulk hand-over: the leaders, and whoever asked for it in the place of those who do the work. */
export function bulkPeople(municipality: Municipality, by: string, administration: Administration): People {
  return {
    raiser: null,
    institutionLeader: null,
    socialWorker: by,
    ...leadersIn(municipality, administration),
    familyCaseworker: by,
    familyHouseTherapist: by,
  }
}
