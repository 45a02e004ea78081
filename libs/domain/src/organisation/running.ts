import { administrations, alwaysRunning, type Administration, type Unit } from '../codes/index.js'
import type { Municipality } from './municipality.js'
import { isEmployed } from './still-there.js'

/** The administrations that run in a municipality, in the order of the code list. */
export function runningIn(municipality: Pick<Municipality, 'administrations'>): Administration[] {
  return administrations.codes.filter(code => municipality.administrations[code].runs)
}

/**
 * The unit that answers for a whole administration, where a question is nobody's in particular: the first in the file.
 * @throws Error when the administration has none, which the file's check refuses for those that run
 */
export function answeringUnit(
  municipality: Pick<Municipality, 'administrations'>,
  administration: Administration,
): Unit {
  const [first] = municipality.administrations[administration].units
  if (first === undefined) throw new Error(`${administration} has no unit`)
  return first
}

/** The team leader of an administration that the municipality's leaders are not of; undefined where nobody is. */
export function teamLeaderIn(
  { staff }: Pick<Municipality, 'staff'>,
  administration: Administration,
): string | undefined {
  return staff
    .filter(isEmployed)
    .find(({ affiliations }) =>
      affiliations.some(place => place.administration === administration && place.role === 'teamLeader'),
    )?.id
}

/** The leaders of an administration's processes: the municipality's, and in one that need not run its own team leader. */
export function leadersIn(
  municipality: Pick<Municipality, 'leaders' | 'staff'>,
  administration: Administration,
): Municipality['leaders'] {
  const { leaders } = municipality
  const named: readonly Administration[] = alwaysRunning
  if (named.includes(administration)) return leaders
  return { ...leaders, teamLeader: teamLeaderIn(municipality, administration) ?? leaders.teamLeader }
}
