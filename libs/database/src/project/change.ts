import type { CaseEvent, EventType, EventBody } from '@brobygger/domain/events'
import type { Insertable, Selectable, Updateable } from 'kysely'
import { keyColumns, type ReadModel, type ReadModelTable } from '../tables/database.js'

type Row = Readonly<Record<string, unknown>>

/**
 * One change of the read model. An insert overwrites the given columns of a row that is there; an update of a row
 * that is not there does nothing. `add` adds to numbers, `append` appends to lists what they do not hold.
 */
export interface Change {
  readonly table: ReadModelTable
  readonly op: 'insert' | 'update'
  /** Of an insert the primary key; of an update whatever the row must match, the primary key among it. */
  readonly key: Row
  readonly set: Row
  readonly add: Readonly<Record<string, number>>
  readonly append: Readonly<Record<string, readonly string[]>>
}

type PrimaryKey<T extends ReadModelTable> = Extract<(typeof keyColumns)[T][number], keyof ReadModel[T]>
type ColumnsOf<T extends ReadModelTable, V> = {
  [C in keyof Selectable<ReadModel[T]> as Selectable<ReadModel[T]>[C] extends V ? C : never]?: Selectable<
    ReadModel[T]
  >[C]
}

/** Writes a row; columns left out keep what they have, or their default. */
export function insert<T extends ReadModelTable>(table: T, row: Insertable<ReadModel[T]>): Change {
  const keys: readonly string[] = keyColumns[table]
  const columns = Object.entries(row)
  return {
    table,
    op: 'insert',
    key: Object.fromEntries(columns.filter(([name]) => keys.includes(name))),
    set: Object.fromEntries(columns.filter(([name]) => !keys.includes(name))),
    add: {},
    append: {},
  }
}

/** Changes columns of a row. */
export function update<T extends ReadModelTable>(
  table: T,
  key: Pick<ReadModel[T], PrimaryKey<T>> & Partial<ReadModel[T]>,
  to: {
    set?: Updateable<ReadModel[T]>
    add?: ColumnsOf<T, number>
    append?: ColumnsOf<T, string[]>
  },
): Change {
  return {
    table,
    op: 'update',
    key: { ...key },
    set: { ...to.set },
    add: { ...to.add },
    append: { ...to.append },
  }
}

/** An event with a body of these types. */
export type EventWith<T extends EventType> = CaseEvent & { readonly body: Extract<EventBody, { type: T }> }

/** What the events of one topic change, by type of event. */
export type Projection<T extends EventType> = {
  readonly [K in T]: (event: EventWith<K>) => readonly Change[]
}

/** The columns that say to whom a row belongs. */
export function ownerOf({ caseId, administration, practice }: CaseEvent) {
  return { case_id: caseId, administration, practice }
}
