import { administrationOfUnit, type Administration, type Unit } from '@brobygger/domain/codes'
import type { Municipality, People } from '@brobygger/domain/organisation'
import type { Person } from '../person/caller.js'

/** The unit that answers for an administration when a person's rights are at stake. */
export const answeringUnit: Readonly<Record<Administration, Unit>> = {
  'children-and-youth': 'early-help',
  'social-services': 'family-group',
}

/** Whether a person works in an administration. */
export function worksIn(person: Person, administration: Administration): boolean {
  return person.affiliations.some(({ unit }) => administrationOfUnit[unit] === administration)
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
