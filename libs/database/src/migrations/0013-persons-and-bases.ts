import { tablesWithVisits } from './0010-visits.js'
import type { SchemaChange } from './migration.js'
import { extendReadModel } from './read-model-functions/extend-read-model.js'

const added = ['bases', 'relations', 'merges'] as const

/** Tables of the read model from this migration on. */
export const tablesWithBases = [...tablesWithVisits, ...added] as const

/** Disclosure without consent and what it rests on; who else is known once a child is identified; merged cases. */
export const personsAndBases: SchemaChange = {
  name: '0013-persons-and-bases',
  readModel: true,
  statements: schema => `
    alter table ${schema}.consents add column interpreter boolean not null default false;
    alter table ${schema}.house_courses add column interpreter boolean not null default false;
    alter table ${schema}.handovers add column documents jsonb, add column siblings text[];
    alter table ${schema}.cases add column merged_into text;
    alter table ${schema}.consent_answers add column sealed_ref text;

    create table ${schema}.bases (
      id text primary key,
      process text not null,
      case_id text not null,
      administration text not null,
      practice boolean not null,
      kind text not null check (kind in ('statutory', 'duty', 'override')),
      units text[] not null,
      held_on date,
      follow_up boolean not null,
      stated_at timestamptz not null,
      stated_by text,
      text_ref text not null,
      reviewed_at timestamptz,
      reviewed_by text,
      upheld boolean,
      review_text_ref text
    );
    create index bases_case on ${schema}.bases (case_id);

    create table ${schema}.relations (
      process text not null,
      seq integer not null,
      case_id text not null,
      administration text not null,
      practice boolean not null,
      relation text not null check (relation in ('sibling', 'sameChild')),
      contact text not null,
      unit text not null,
      found_at timestamptz not null,
      primary key (process, seq)
    );
    create index relations_case on ${schema}.relations (case_id);

    create table ${schema}.merges (
      process text not null,
      merged text not null,
      case_id text not null,
      administration text not null,
      practice boolean not null,
      raised_by text,
      merged_at timestamptz not null,
      primary key (process, merged)
    );
    create index merges_case on ${schema}.merges (case_id);

    ${extendReadModel({ schema, tables: tablesWithBases, added })}`,
}
