import { tablesWithBulkHandOver } from './0009-bulk-hand-over.js'
import type { SchemaChange } from './migration.js'
import { extendReadModel } from './read-model-functions/extend-read-model.js'

const added = ['visit_rounds', 'visits'] as const

/** Tables of the read model from this migration on. */
export const tablesWithVisits = [...tablesWithBulkHandOver, ...added] as const

/** Rounds of visits to institutions, and the visits in them. */
export const visits: SchemaChange = {
  name: '0010-visits',
  readModel: true,
  statements: schema => `
    create table ${schema}.visit_rounds (
      process text primary key,
      case_id text not null,
      administration text not null,
      practice boolean not null,
      cluster text not null,
      quarter text not null,
      institutions text[] not null,
      burdens jsonb,
      weights jsonb,
      decided boolean,
      weighed_by text,
      weigh_text_ref text,
      shares jsonb,
      left_out jsonb,
      opened_at timestamptz not null,
      planned_at timestamptz
    );
    create index visit_rounds_latest on ${schema}.visit_rounds (opened_at desc, process desc);

    create table ${schema}.visits (
      id text primary key,
      process text not null,
      case_id text not null,
      administration text not null,
      practice boolean not null,
      institution text not null,
      planned_on date not null,
      status text not null check (status in ('planned', 'prepared', 'missed', 'held', 'cancelled')),
      colleague text,
      agenda text[] not null default '{}',
      discussed text[] not null default '{}',
      enquiries text[] not null default '{}',
      present jsonb,
      held_on date,
      held_by text,
      missed_at timestamptz,
      moved integer not null default 0,
      text_ref text
    );
    create index visits_of_round on ${schema}.visits (process, planned_on);

    ${extendReadModel({ schema, tables: tablesWithVisits, added })}`,
}
