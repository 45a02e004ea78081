import { isDeepStrictEqual } from 'node:util'
import type { StaffMember } from '@brobygger/domain/organisation'
import type { ImportFault } from './faults.js'
import type { ById } from './once.js'
import type { Read, ReadFile } from './tables.js'

type Affiliation = StaffMember['affiliations'][number]

/** Most workplaces of one person. */
const MOST = 2

/** Puts the lines of one person together: a workplace each, in the order the list has them already. */
export function mergeStaff(
  read: ReadFile<StaffMember> | undefined,
  known: readonly StaffMember[],
): ById<StaffMember> | undefined {
  if (read === undefined) return undefined
  const entries = new Map<string, Read<StaffMember>>()
  const faults: ImportFault[] = []
  const fault = (line: number, column: string | null, reason: string, remedy: string) =>
    faults.push({ file: read.file, line, column, reason, remedy })
  for (const { line, entry } of read.entries) {
    const { affiliations: own, ...person } = entry
    const first = entries.get(entry.id)
    if (first === undefined) {
      entries.set(entry.id, { line, entry })
      continue
    }
    const { affiliations, ...before } = first.entry
    if (!isDeepStrictEqual(person, before))
      fault(
        line,
        'id',
        `"${entry.id}" står også på linje ${first.line} med andet navn, anden stedfortræder eller orlov`,
        'Gør de to linjer ens på nær arbejdsstedet, eller giv den ene et andet id',
      )
    else if (affiliations.some(place => isDeepStrictEqual(place, own[0])))
      fault(line, 'id', `"${entry.id}" står også på linje ${first.line}`, 'Slet den ene linje')
    else if (affiliations.length === MOST)
      fault(line, 'id', `"${entry.id}" har mere end to arbejdssteder`, 'Behold højst to linjer')
    else
      entries.set(entry.id, {
        line: first.line,
        entry: { ...first.entry, affiliations: [...affiliations, ...own] },
      })
  }
  const before = new Map(known.map(member => [member.id, member.affiliations]))
  const ordered = [...entries].map(([id, { line, entry }]): [string, Read<StaffMember>] => [
    id,
    { line, entry: { ...entry, affiliations: inOrder(entry.affiliations, before.get(id) ?? []) } },
  ])
  return { entries: new Map(ordered), faults }
}

/** Known workplaces first, as they stand; others by their codes, whatever line they were on. */
function inOrder(places: readonly Affiliation[], known: readonly Affiliation[]): Affiliation[] {
  const rank = (place: Affiliation) => {
    const n = known.findIndex(one => isDeepStrictEqual(one, place))
    return n < 0 ? known.length : n
  }
  return [...places].sort((a, b) => rank(a) - rank(b) || (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}
