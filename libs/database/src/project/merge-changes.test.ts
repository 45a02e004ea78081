import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { wholeChain } from '../testing/whole-chain.js'
import type { Change } from './change.js'
import { mergeChanges } from './merge-changes.js'
import { project } from './project.js'

type Row = Record<string, unknown>

/** What `apply_changes` does, in memory. */
function apply(tables: Map<string, Row>, change: Change): void {
  const { table, op, key, set, add, append } = change
  const id = JSON.stringify([table, Object.entries(key).sort()])
  const held = tables.get(id)
  if (op === 'insert') {
    tables.set(id, { ...held, ...key, ...set })
    return
  }
  if (held === undefined) return
  const added: [string, unknown][] = Object.entries(add).map(([name, amount]) => [
    name,
    Number(held[name] ?? 0) + amount,
  ])
  const appended = Object.entries(append).map(([name, items]): [string, unknown] => {
    const list = (held[name] ?? []) as string[]
    return [name, [...list, ...items.filter(item => !list.includes(item))]]
  })
  tables.set(id, { ...held, ...set, ...Object.fromEntries([...added, ...appended]) })
}

function applied(changes: readonly Change[]): Map<string, Row> {
  const tables = new Map<string, Row>()
  for (const change of changes) apply(tables, change)
  return tables
}

const list = fc.uniqueArray(fc.constantFrom('ann', 'bo', 'eva'), { maxLength: 3 })
const row = fc.record({
  table: fc.constant('tasks' as const),
  key: fc.record({ id: fc.constantFrom('a', 'b') }),
})
const insertion = fc
  .tuple(row, fc.record({ moved: fc.nat(9), told: list, person: fc.string() }, { requiredKeys: ['person'] }))
  .map(([at, set]): Change => ({ ...at, op: 'insert', set, add: {}, append: {} }))
// One change never sets and adds to the same column.
const alteration = fc
  .tuple(
    row,
    fc.oneof(
      fc.record({
        set: fc.record({ person: fc.string(), moved: fc.nat(9) }),
        append: fc.record({ told: list }),
      }),
      fc.record({ set: fc.record({ told: list }), add: fc.record({ moved: fc.nat(3) }) }),
    ),
  )
  .map(([at, to]): Change => ({ ...at, op: 'update', add: {}, append: {}, ...to }))

describe('mergeChanges', () => {
  it('gives the same rows as the changes one by one', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(insertion, alteration), { maxLength: 12 }), changes => {
        expect(applied(mergeChanges(changes))).toEqual(applied(changes))
      }),
    )
  })

  it('gives the same rows for a case, however its events are parted into batches', () => {
    const events = wholeChain('k7qm4d2x').batches.flat()
    const oneByOne = applied(events.flatMap(project))
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(events.length), { maxLength: 8 }), cuts => {
        const ends = [...cuts.sort((a, b) => a - b), events.length]
        const batches = ends.map((end, index) => events.slice(ends[index - 1] ?? 0, end))
        expect(applied(batches.flatMap(batch => mergeChanges(batch.flatMap(project))))).toEqual(oneByOne)
      }),
    )
  })

  it('leaves one change for a row that is opened and changed', () => {
    const [opened, moved]: Change[] = [
      {
        table: 'tasks',
        op: 'insert',
        key: { id: 'a' },
        set: { told: [], person: 'ann' },
        add: {},
        append: {},
      },
      {
        table: 'tasks',
        op: 'update',
        key: { id: 'a' },
        set: { person: 'bo' },
        add: {},
        append: { told: ['eva'] },
      },
    ]
    expect(mergeChanges([opened, moved].filter(change => change !== undefined))).toEqual([
      {
        table: 'tasks',
        op: 'insert',
        key: { id: 'a' },
        set: { told: ['eva'], person: 'bo' },
        add: {},
        append: {},
      },
    ])
  })
})
