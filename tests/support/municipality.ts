import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { repositoryFolder } from '@brobygger/config'
import { namespacesOf } from '@brobygger/domain/codes'
import { municipality as schema, runningIn } from '@brobygger/domain/organisation'

/** The municipality that the system under test is set up from. */
export const municipality = schema.parse(
  JSON.parse(readFileSync(`${repositoryFolder}/config/municipality.json`, 'utf8')),
)

/** The administrations that run in it, and their namespaces. */
export const running = runningIn(municipality)
export const namespaces = namespacesOf(running)

/**
 * Writes the demo municipality's file anew with health turned on, as the handbook says: its unit moves, and with it who
 * works there. `hs-rikke` leads it.
 * @returns the file
 */
export async function withHealth(folder: string): Promise<string> {
  const { administrations, staff } = municipality
  const { 'children-and-youth': youth } = administrations
  const here = { administration: 'health', unit: 'health-visitors' } as const
  const changed = {
    ...municipality,
    administrations: {
      ...administrations,
      'children-and-youth': { ...youth, units: youth.units.filter(unit => unit !== here.unit) },
      health: { runs: true, units: [here.unit] },
    },
    staff: [
      ...staff.map(member => ({
        ...member,
        affiliations: member.affiliations.map(place =>
          place.unit === here.unit ? { ...place, ...here } : place,
        ),
      })),
      { id: 'hs-rikke', name: 'Rikke Testsen', affiliations: [{ ...here, role: 'teamLeader' }] },
    ],
  }
  const file = join(folder, 'with-health.json')
  await writeFile(file, JSON.stringify(schema.parse(changed)))
  return file
}

/** The same with the family group's case system reached by hand alone, as a new municipality's is. */
export async function withCaseSystemByHand(folder: string): Promise<string> {
  const { systems: _systems, ...others } = municipality
  const file = join(folder, 'by-hand.json')
  await writeFile(file, JSON.stringify(others))
  return file
}
