import { administrationOfUnit, type Administration, type Unit } from '@brobygger/domain/codes'
import type { Municipality, People } from '@brobygger/domain/organisation'
import type { Person } from '../person/caller.js'

/** Where a person works who has no workplace in an administration, but perhaps a part in its cases. */
const usual: Readonly<Record<Administration, Unit>> = {
  'children-and-youth': 'early-help',
  'social-services': 'family-group',
}

/** The unit of a person in an administration: its leader decides about their work. */
export function unitHere(person: Person, administration: Administration): Unit {
  const here = person.affiliations.find(({ unit }) => administrationOfUnit[unit] === administration)
  return here?.unit ?? usual[administration]
}

/** The people of a bulk hand-over: the leaders, and whoever asked for it in the place of those who do the work. */
export function bulkPeople({ leaders }: Municipality, by: string): People {
  return {
    raiser: null,
    institutionLeader: null,
    socialWorker: by,
    ...leaders,
    familyCaseworker: by,
    familyHouseTherapist: by,
  }
}
