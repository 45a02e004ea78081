import { namespaceOf, type Administration, type Role } from '../codes/index.js'
import type { Municipality } from './municipality.js'
import { isEmployed } from './still-there.js'

/** Roles that lead: they read in Temporal UI what runs in their administration. Operations is not among them. */
export const leadingRoles: readonly Role[] = ['teamLeader', 'familyGroupLeader', 'familyHouseLeader']

/**
 * The administrations whose running processes a member of staff may read, decoded, in Temporal UI: those where they
 * lead a unit, and those of the next manager. Empty for everybody else.
 */
export function supervises(municipality: Municipality, person: string): Administration[] {
  const isNextManager = municipality.leaders.nextManager === person
  const affiliations =
    municipality.staff.find(member => member.id === person && isEmployed(member))?.affiliations ?? []
  const found = affiliations.filter(({ role }) => isNextManager || leadingRoles.includes(role))
  return [...new Set(found.map(({ administration }) => administration))]
}

/** The same as Temporal's authorizer reads it from a token: `<namespace>:read`, of real and of practice cases. */
export function temporalPermissions(municipality: Municipality, person: string): string[] {
  return supervises(municipality, person).flatMap(administration =>
    [false, true].map(practice => `${namespaceOf({ administration, practice })}:read`),
  )
}
