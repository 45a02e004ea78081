import { tablesWithFamilyHouse } from './0008-family-house.js'
import type { SchemaChange } from './migration.js'
import { extendReadModel } from './read-model-functions/extend-read-model.js'

const added = ['bulk_handovers', 'bulk_handover_items'] as const

/** Tables of the read model from this migration on. */
export const tablesWithBulkHandOver = [...tablesWithFamilyHouse, ...added] as const

/** How far the hand-over of all that somebody holds has come, and what each process said to it. */
export const bulkHandOver: SchemaChange = {
  name: '0009-bulk-hand-over',
  readModel: true,
  statements: schema => `
    create table ${schema}.bulk_handovers (
      process text primary key,
      case_id text not null,
      administration text not null,
      practice boolean not null,
      from_person text not null,
      to_person text not null,
      reason text not null,
      return_on date,
      cases text[],
      found integer,
      started_at timestamptz not null
    );
    create index bulk_handovers_case on ${schema}.bulk_handovers (case_id);

    create table ${schema}.bulk_handover_items (
      process text not null,
      item text not null,
      case_id text not null,
      administration text not null,
      practice boolean not null,
      outcome text not null
        check (outcome in ('handedOver', 'left', 'conflict', 'ended', 'notTheHolder', 'other')),
      to_person text,
      at timestamptz not null,
      primary key (process, item)
    );

    ${extendReadModel({ schema, tables: tablesWithBulkHandOver, added })}
    create index processes_open on ${schema}.processes (administration, id) where status = 'open';`,
}
