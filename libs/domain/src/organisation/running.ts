import { administrations, type Administration, type Unit } from '../codes/index.js'
import type { Municipality } from './municipality.js'

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
