import { apiRole } from '../setup/roles.js'
import { tablesOfReadModel } from './0001/tables.js'
import type { SchemaChange } from './migration.js'
import { mainSchema } from './names.js'
import { extendReadModel } from './read-model-functions/extend-read-model.js'

const added = ['house_courses', 'house_sessions', 'house_groups', 'house_places'] as const

/** Tables of the read model from this migration on. */
export const tablesWithFamilyHouse = [...tablesOfReadModel, ...added] as const

/** Courses in the family house with their sessions, and groups with their places. */
export const familyHouse: SchemaChange = {
  name: '0008-family-house',
  readModel: true,
  statements: schema => `
    create table ${schema}.house_courses (
      process text primary key,
      case_id text not null,
      administration text not null,
      practice boolean not null,
      way text not null,
      house_kind text not null,
      age_band text not null,
      main_category text,
      referrer text,
      text_ref text,
      status text not null,
      group_process text,
      decline_reason text,
      off_track text,
      requested_at timestamptz not null,
      started_on date,
      ended_on date,
      end_reason text,
      effect text
    );
    create index house_courses_case on ${schema}.house_courses (case_id);
    create index house_courses_latest on ${schema}.house_courses (requested_at desc, process desc);

    create table ${schema}.house_sessions (
      process text not null,
      n integer not null,
      case_id text not null,
      administration text not null,
      practice boolean not null,
      held_on date not null,
      ors jsonb not null,
      srs jsonb not null,
      alarm text,
      primary key (process, n)
    );

    create table ${schema}.house_groups (
      process text primary key,
      case_id text not null,
      administration text not null,
      practice boolean not null,
      house_kind text not null,
      age_bands text[] not null,
      capacity integer not null,
      text_ref text not null,
      opened_at timestamptz not null
    );

    create table ${schema}.house_places (
      process text not null,
      course text not null,
      case_id text not null,
      administration text not null,
      practice boolean not null,
      status text not null check (status in ('waiting', 'placed', 'left')),
      number integer,
      held boolean not null default false,
      since timestamptz not null,
      reason text,
      overtook text[] not null default '{}',
      text_ref text,
      primary key (process, course)
    );

    ${extendReadModel({ schema, tables: tablesWithFamilyHouse, added })}
    ${schema === mainSchema ? curveCodes(schema) : ''}`,
}

/** The code with which a family looks at its own curve; only a hash of it is kept. Not part of the read model. */
const curveCodes = (schema: string): string => `
    create table ${schema}.curve_codes (
      process text primary key,
      code_hash text not null unique,
      made_by text not null,
      made_at timestamptz not null default now()
    );
    grant select, insert, update, delete on ${schema}.curve_codes to ${apiRole};`
