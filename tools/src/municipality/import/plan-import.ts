import {
  isEmployed,
  isOpen,
  municipality as checked,
  type Institution,
  type Municipality,
  type StaffMember,
} from '@brobygger/domain/organisation'
import { changesBetween, type Changes } from './changes.js'
import type { ImportFault } from './faults.js'
import { mergeStaff } from './merge-staff.js'
import { referenceFaults } from './references.js'
import type { Cluster, ReadFile } from './tables.js'
import { once } from './once.js'

/** What was given: a file that was not leaves its part as it is. */
export interface GivenTables {
  readonly institutions?: ReadFile<Institution> | undefined
  readonly clusters?: ReadFile<Cluster> | undefined
  readonly staff?: ReadFile<StaffMember> | undefined
}

/** What running processes name. */
export interface NamedByRunning {
  /** How many of them are about an institution, by its number. */
  readonly institutions: ReadonlyMap<string, number>
  /** In how many somebody has a part or a task, by kind of process. */
  readonly people: ReadonlyMap<string, Readonly<Record<string, number>>>
}

/** What a municipality would be after reading files in; with faults it stays what it is. */
export interface ImportPlan {
  readonly municipality: Municipality
  readonly changes: Changes
  readonly faults: readonly ImportFault[]
}

/**
 * Reads files into a municipality. They are whole lists: who is not in them is gone. What running processes name, or where
 * it is not known what they name, is closed and stays; all else is removed. What was closed before stays as it is.
 *
 * @param named null where running processes cannot be asked
 * @param today local date
 */
export function planImport(args: {
  municipality: Municipality
  given: GivenTables
  named: NamedByRunning | null
  today: string
}): ImportPlan {
  const { municipality: before, given, named, today } = args
  const [institutions, clusters] = [once(given.institutions, 'nummer'), once(given.clusters, 'id')]
  const staff = mergeStaff(given.staff, before.staff)
  const tables = { institutions, clusters, staff }
  const files = {
    institutions: given.institutions?.file,
    clusters: given.clusters?.file,
    staff: given.staff?.file,
  }
  const faults: ImportFault[] = [
    ...Object.values(given).flatMap((table: ReadFile<unknown> | undefined) => table?.faults ?? []),
    ...[institutions, clusters, staff].flatMap(table => table?.faults ?? []),
  ]
  if (faults.length > 0) return refused(before, faults)

  const isNamed = {
    institution: (id: string) => named === null || (named.institutions.get(id) ?? 0) > 0,
    person: (id: string) => named === null || named.people.has(id),
  }
  const after: Municipality = { ...before }
  if (institutions !== undefined)
    after.institutions = merged(before.institutions, institutions.entries, gone => {
      if (!isOpen(gone)) return gone
      return isNamed.institution(gone.id) ? { ...gone, closedOn: today } : undefined
    })
  if (staff !== undefined)
    after.staff = merged(before.staff, staff.entries, gone => {
      if (!isEmployed(gone)) return gone
      const stays = isNamed.person(gone.id) || after.institutions.some(one => names(one, gone.id))
      return stays ? left(gone, today) : undefined
    })
  if (clusters !== undefined)
    // Institutions that are closed lie in a cluster, too.
    after.clusters = merged(before.clusters, clusters.entries, gone =>
      after.institutions.some(one => !isOpen(one) && one.cluster === gone.id) ? gone : undefined,
    )

  const found = referenceFaults({ after, tables, files })
  const check = checked.safeParse(after)
  const others = check.success || found.length > 0 ? [] : check.error.issues.map(wholeFault)
  if (!check.success || found.length > 0) return refused(before, [...found, ...others])
  return { municipality: after, changes: changesBetween(before, after), faults: [] }
}

/** Nothing is changed, and what is wrong stands in the order of the files. */
function refused(municipality: Municipality, faults: readonly ImportFault[]): ImportPlan {
  const ordered = [...faults].sort(
    (a, b) => (a.file ?? '').localeCompare(b.file ?? '') || (a.line ?? 0) - (b.line ?? 0),
  )
  return { municipality, changes: changesBetween(municipality, municipality), faults: ordered }
}

const names = ({ leader, socialWorker }: Institution, person: string): boolean =>
  leader === person || socialWorker === person

/** Nobody stands in for whoever has left: their work is handed over. */
function left(member: StaffMember, today: string): StaffMember {
  const { deputy: _, leave: __, ...rest } = member
  return { ...rest, leftOn: today }
}

/** The list with what was read: known entries stay where they are, new ones follow by id. */
function merged<T extends { id: string }>(
  before: readonly T[],
  read: ReadonlyMap<string, { readonly entry: T }>,
  whenGone: (entry: T) => T | undefined,
): T[] {
  const known = new Set(before.map(({ id }) => id))
  const added = [...read.values()].map(({ entry }) => entry).filter(({ id }) => !known.has(id))
  return [
    ...before.flatMap(entry => {
      const now = read.has(entry.id) ? read.get(entry.id)?.entry : whenGone(entry)
      return now === undefined ? [] : [now]
    }),
    ...added.sort((a, b) => (a.id < b.id ? -1 : 1)),
  ]
}

/** What the check of the whole file says, where no line of a table is to blame. */
function wholeFault({ path, message }: { path: readonly PropertyKey[]; message: string }): ImportFault {
  return {
    ...{ file: null, line: null, column: null },
    reason: `Kommunens fil ville ikke gå op: ${path.map(String).join('.')}: ${message}`,
    remedy: 'Ret det i kommunens fil eller i tabellerne',
  }
}
