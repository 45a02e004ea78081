import { administrations, codeList, roles, units } from '@brobygger/domain/codes'
import type { Institution, Municipality, StaffMember } from '@brobygger/domain/organisation'
import { Cells } from './cells.js'
import type { ImportFault } from './faults.js'
import { readCsv } from './read-csv.js'

/** A file as it is given. */
export interface GivenFile {
  readonly file: string
  readonly bytes: Uint8Array
}

/** An entry with where it stands. */
export interface Read<T> {
  readonly line: number
  readonly entry: T
}

/** What a file holds, and what is wrong in it. */
export interface ReadFile<T> {
  readonly file: string
  readonly entries: readonly Read<T>[]
  readonly faults: readonly ImportFault[]
}

export type Cluster = Municipality['clusters'][number]

export const institutionHeadings = [
  'nummer',
  'navn',
  'type',
  'distrikt',
  'klynge',
  'leder',
  'socialrådgiver',
] as const
export const clusterHeadings = ['id', 'navn', 'timer pr. måned'] as const
export const staffHeadings = [
  'id',
  'navn',
  'forvaltning',
  'enhed',
  'rolle',
  'institution',
  'stedfortræder',
  'orlov fra',
  'orlov til',
] as const

/** Kinds of institutions as a municipality writes them. */
export const institutionKinds = codeList({
  nursery: ['Vuggestue', 'Nursery'],
  kindergarten: ['Børnehave', 'Kindergarten'],
  school: ['Skole', 'School'],
  afterSchool: ['SFO', 'After-school care'],
  childminding: ['Dagpleje', 'Childminding'],
  asylum: ['Asylskole', 'Asylum school'],
} satisfies Record<Institution['kind'], [string, string]>)

/** Reads institutions, one a line. */
export function readInstitutions(given: GivenFile): ReadFile<Institution> {
  return read(given, institutionHeadings, cells => {
    const kind = cells.code('type', institutionKinds)
    return {
      id: cells.institution('nummer'),
      name: cells.needed('navn'),
      kind: kind ?? 'school',
      district: cells.needed('distrikt'),
      cluster: cells.cluster('klynge'),
      leader: cells.person('leder'),
      socialWorker: cells.person('socialrådgiver'),
    }
  })
}

/** Reads clusters, one a line. */
export function readClusters(given: GivenFile): ReadFile<Cluster> {
  return read(given, clusterHeadings, cells => ({
    id: cells.cluster('id'),
    name: cells.needed('navn'),
    hoursPerMonth: cells.hours('timer pr. måned'),
  }))
}

/** Reads staff, a line for each workplace: whoever has two has two lines. */
export function readStaff(given: GivenFile): ReadFile<StaffMember> {
  return read(given, staffHeadings, cells => {
    const institution = cells.text('institution')
    const deputy = cells.text('stedfortræder')
    const [from, to] = [cells.date('orlov fra'), cells.date('orlov til')]
    if ((from === undefined) !== (to === undefined))
      cells.fault(
        from === undefined ? 'orlov fra' : 'orlov til',
        'orloven mangler en dato',
        'Skriv begge datoer',
      )
    if (from !== undefined && to !== undefined && to < from)
      cells.fault('orlov til', 'orloven slutter, før den begynder', 'Ret datoerne')
    return {
      id: cells.person('id'),
      name: cells.needed('navn'),
      affiliations: [
        {
          administration: cells.code('forvaltning', administrations) ?? 'children-and-youth',
          unit: cells.code('enhed', units) ?? 'institution',
          role: cells.code('rolle', roles) ?? 'raiser',
          ...(institution === undefined ? {} : { institution: cells.institution('institution') }),
        },
      ],
      ...(deputy === undefined ? {} : { deputy: cells.person('stedfortræder') }),
      ...(from === undefined || to === undefined ? {} : { leave: { from, to } }),
    }
  })
}

function read<H extends string, T>(
  { file, bytes }: GivenFile,
  headings: readonly H[],
  entryOf: (cells: Cells<H>) => T,
): ReadFile<T> {
  const table = readCsv({ file, bytes, headings })
  const faults = [...table.faults]
  const entries = table.lines.map(line => ({
    line: line.line,
    entry: entryOf(new Cells(file, line, faults)),
  }))
  return { file, entries, faults }
}
