import type { Changes, ListChanges } from './changes.js'
import { isNothing } from './changes.js'
import type { NamedByRunning } from './plan-import.js'

type List = keyof Changes

const titles: Readonly<Record<List, string>> = {
  institutions: 'Institutioner',
  clusters: 'Klynger',
  staff: 'Medarbejdere',
}

/** What reading files in would change, in Danish for whoever keeps the municipality's file. */
export function importReport(args: {
  changes: Changes
  /** Null where running processes could not be asked. */
  named: NamedByRunning | null
  isWritten: boolean
}): string {
  const { changes, named, isWritten } = args
  const asked = named === null ? [`Igangværende sager er ikke spurgt: ${UNASKED}`, ''] : []
  if (isNothing(changes)) return 'Intet ændres.'
  return [
    ...(Object.keys(titles) as List[]).flatMap(list => listLines(list, changes[list], named)),
    ...asked,
    isWritten ? 'Skrevet i kommunens fil.' : 'Prøve: der er ikke skrevet noget. Kør igen med --write.',
  ].join('\n')
}

const UNASKED =
  'DATABASE_URL er ikke sat. Alt, der ikke er i tabellerne mere, beholdes derfor som lukket eller fratrådt.'

function listLines(
  list: List,
  { added, changed, gone }: ListChanges,
  named: NamedByRunning | null,
): string[] {
  if (added.length + changed.length + gone.length === 0) return []
  return [
    `${titles[list]}: ${added.length} nye, ${changed.length} ændret, ${gone.length} væk`,
    ...added.map(({ id, name }) => `  + ${id} ${name}`),
    ...changed.map(
      ({ id, name, fields }) =>
        `  ~ ${id} ${name}: ${fields.map(({ field, from, to }) => `${field} "${from}" → "${to}"`).join('; ')}`,
    ),
    ...gone.map(({ id, name, stays }) => `  - ${id} ${name}: ${whatBecomes(list, { id, stays }, named)}`),
    '',
  ]
}

function whatBecomes(
  list: List,
  { id, stays }: { id: string; stays: boolean },
  named: NamedByRunning | null,
): string {
  if (!stays) return 'slettes'
  if (list === 'clusters') return 'beholdes, fordi lukkede institutioner ligger i den'
  if (list === 'institutions') {
    const processes = named?.institutions.get(id) ?? 0
    return named === null ? 'lukkes' : `lukkes; ${processes} igangværende processer nævner den`
  }
  const kinds = Object.entries(named?.people.get(id) ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))
  if (kinds.length === 0) return 'fratræder'
  const work = kinds.map(([kind, processes]) => `${processes} ${kind}`).join(', ')
  return `fratræder; skal overdrages først: ${work} (POST /api/staff/${id}/hand-over)`
}
