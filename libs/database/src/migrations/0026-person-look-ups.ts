import { tablesWithRegistryEvents } from './0024-registry-events.js'
import type { SchemaChange } from './migration.js'
import { extendReadModel } from './read-model-functions/extend-read-model.js'

const added = ['person_look_ups'] as const

/** Tables of the read model from this migration on. */
export const tablesWithPersonLookUps = [...tablesWithRegistryEvents, ...added] as const

/** What looking a child up in the register of persons came to: codes alone. */
export const personLookUps: SchemaChange = {
  name: '0026-person-look-ups',
  readModel: true,
  statements: schema => `
    create table ${schema}.person_look_ups (
      process text not null,
      seq integer not null,
      case_id text not null,
      administration text not null,
      practice boolean not null,
      -- The person in the vault; null where somebody looked by hand.
      person text,
      source text not null,
      outcome text not null,
      status text,
      is_protected boolean,
      custody text[] not null,
      custody_differs boolean not null,
      has_digital_post boolean,
      lives_here boolean,
      text_ref text,
      told_at timestamptz not null,
      told_by text,
      primary key (process, seq)
    );
    create index person_look_ups_case on ${schema}.person_look_ups (case_id);

    ${extendReadModel({ schema, tables: tablesWithPersonLookUps, added })}`,
}
