import type { Change } from './change.js'

/**
 * The same changes with as few as possible: those of one row become one. Applied in order, the result is the same
 * as that of the changes one by one.
 */
export function mergeChanges(changes: readonly Change[]): Change[] {
  const merged: Change[] = []
  const latest = new Map<string, number>()
  for (const change of changes) {
    const row = JSON.stringify([change.table, Object.entries(change.key).sort()])
    const index = latest.get(row)
    const earlier = index === undefined ? undefined : merged[index]
    if (index !== undefined && earlier !== undefined && canMerge(earlier, change)) {
      merged[index] = followedBy(earlier, change)
    } else {
      latest.set(row, merged.push(change) - 1)
    }
  }
  return merged
}

/**
 * An insert after an update stays apart, since the update does nothing when there is no row yet; and so does adding to
 * what an insert does not set, since the row may have been there before it.
 */
function canMerge(earlier: Change, later: Change): boolean {
  if (earlier.op === 'update') return later.op === 'update'
  return [...Object.keys(later.add), ...Object.keys(later.append)].every(column => column in earlier.set)
}

/** The one change that does what two changes of a row do. */
function followedBy(earlier: Change, later: Change): Change {
  const set = { ...earlier.set, ...later.set }
  const add = without(earlier.add, later.set)
  const append = without(earlier.append, later.set)
  for (const [column, amount] of Object.entries(later.add)) {
    if (column in set) set[column] = Number(set[column]) + amount
    else add[column] = (add[column] ?? 0) + amount
  }
  for (const [column, items] of Object.entries(later.append)) {
    if (column in set) set[column] = union(set[column] as readonly string[], items)
    else append[column] = union(append[column] ?? [], items)
  }
  return { ...earlier, set, add, append }
}

const without = <V>(columns: Readonly<Record<string, V>>, overwritten: object): Record<string, V> =>
  Object.fromEntries(Object.entries(columns).filter(([column]) => !(column in overwritten)))

const union = (held: readonly string[], items: readonly string[]): string[] => [
  ...new Set([...held, ...items]),
]
