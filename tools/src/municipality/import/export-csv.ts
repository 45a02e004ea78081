import { administrations, roles, units } from '@brobygger/domain/codes'
import { isEmployed, isOpen, type Municipality } from '@brobygger/domain/organisation'
import { clusterHeadings, institutionHeadings, institutionKinds, staffHeadings } from './tables.js'

/** The files that a municipality is read in from, by name. */
export type CsvFiles = Readonly<Record<'institutions.csv' | 'clusters.csv' | 'staff.csv', string>>

/** A municipality's institutions, clusters and staff as files that can be read in again. Who has left is left out. */
export function csvOf({ clusters, institutions, staff }: Municipality): CsvFiles {
  return {
    'institutions.csv': table(
      institutionHeadings,
      institutions
        .filter(isOpen)
        .map(({ id, name, kind, district, cluster, leader, socialWorker }) => [
          ...[id, name, institutionKinds.labels[kind].da, district, cluster, leader, socialWorker],
        ]),
    ),
    'clusters.csv': table(
      clusterHeadings,
      clusters.map(({ id, name, hoursPerMonth }) => [id, name, String(hoursPerMonth).replace('.', ',')]),
    ),
    'staff.csv': table(
      staffHeadings,
      staff
        .filter(isEmployed)
        .flatMap(({ id, name, affiliations, deputy = '', leave }) =>
          affiliations.map(({ administration, unit, role, institution = '' }) => [
            ...[
              id,
              name,
              administrations.labels[administration].da,
              units.labels[unit].da,
              roles.labels[role].da,
            ],
            ...[institution, deputy, leave?.from ?? '', leave?.to ?? ''],
          ]),
        ),
    ),
  }
}

const table = (headings: readonly string[], rows: readonly (readonly string[])[]): string =>
  [headings, ...rows].map(row => `${row.map(quoted).join(';')}\r\n`).join('')

/** Quoted where a reader would take it for something else. */
const quoted = (cell: string): string => (/[;,"\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
