import { administrations, units } from '@brobygger/domain/codes'
import {
  isEmployed,
  isOpen,
  type Institution,
  type Municipality,
  type StaffMember,
} from '@brobygger/domain/organisation'
import type { ImportFault } from './faults.js'
import type { ById } from './once.js'
import type { Cluster } from './tables.js'

/** What was read, and the names of the files. */
interface Tables {
  readonly after: Municipality
  readonly tables: {
    readonly institutions: ById<Institution> | undefined
    readonly clusters: ById<Cluster> | undefined
    readonly staff: ById<StaffMember> | undefined
  }
  readonly files: Readonly<Record<'institutions' | 'clusters' | 'staff', string | undefined>>
}

/** Whoever and whatever is named has to be there afterwards: where it is not, the line that names it. */
export function referenceFaults({ after, tables, files }: Tables): ImportFault[] {
  const employed = new Set(after.staff.filter(isEmployed).map(({ id }) => id))
  const clusters = after.clusters.map(({ id }) => id)
  const places = new Set(after.institutions.map(({ id }) => id))
  const at = (table: 'institutions' | 'staff', id: string, column: string) => {
    const line = tables[table]?.entries.get(id)?.line ?? null
    return line === null ? { file: null, line, column: null } : { file: files[table] ?? null, line, column }
  }
  const who = files.staff ?? 'kommunens fil'

  const ofInstitutions = after.institutions
    .filter(isOpen)
    .flatMap(({ id, cluster, leader, socialWorker }) => {
      const named = { leder: leader, socialrådgiver: socialWorker }
      return [
        ...Object.entries(named)
          .filter(([, person]) => !employed.has(person))
          .map(([column, person]) => ({
            ...at('institutions', id, column),
            reason: `${column} "${person}" for institution ${id} står ikke blandt medarbejderne i ${who}`,
            remedy: 'Skriv en anden medarbejders id, eller tag medarbejderen med',
          })),
        ...(clusters.includes(cluster)
          ? []
          : [
              {
                ...at('institutions', id, 'klynge'),
                reason: `klynge "${cluster}" for institution ${id} findes ikke`,
                remedy: `Skriv en af: ${clusters.join(', ')}, eller tag klyngen med i klyngernes fil`,
              },
            ]),
      ]
    })

  const ofStaff = after.staff.filter(isEmployed).flatMap(({ id, affiliations, deputy }) => [
    ...affiliations.flatMap(({ administration, unit, institution }) => {
      const { runs, units: own } = after.administrations[administration]
      const administrationName = administrations.labels[administration].da
      if (!runs)
        return [
          {
            ...at('staff', id, 'forvaltning'),
            reason: `${administrationName} er ikke i drift, og "${id}" arbejder der`,
            remedy: 'Skriv en anden forvaltning',
          },
        ]
      const wrong: ImportFault[] = []
      if (!own.includes(unit))
        wrong.push({
          ...at('staff', id, 'enhed'),
          reason: `${units.labels[unit].da} ligger ikke i ${administrationName}`,
          remedy: `Skriv en af: ${own.map(one => units.labels[one].da).join(', ')}`,
        })
      if (institution !== undefined && !places.has(institution))
        wrong.push({
          ...at('staff', id, 'institution'),
          reason: `institution "${institution}", hvor "${id}" arbejder, findes ikke`,
          remedy: 'Skriv et andet nummer, eller tag institutionen med i institutionernes fil',
        })
      return wrong
    }),
    ...(deputy === undefined || employed.has(deputy)
      ? []
      : [
          {
            ...at('staff', id, 'stedfortræder'),
            reason: `stedfortræder "${deputy}" for "${id}" står ikke blandt medarbejderne`,
            remedy: 'Skriv en anden, eller lad cellen være tom',
          },
        ]),
  ])

  const leading = { ...after.leaders, dutyOfficer: after.dutyOfficer }
  const ofLeaders = Object.entries(leading)
    .filter(([, person]) => !employed.has(person))
    .map(([part, person]) => ({
      ...{ file: files.staff ?? null, line: null, column: null },
      reason: `"${person}" mangler, og er ${part} i kommunens fil`,
      remedy: 'Tag medarbejderen med, eller skriv en anden i kommunens fil først',
    }))
  return [...ofInstitutions, ...ofStaff, ...ofLeaders]
}
