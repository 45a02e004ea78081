import type { SchemaChange } from './migration.js'
import { mainSchema } from './names.js'
import { rowSecurity } from './row-security.js'

/**
 * Absence from school: what a case has heard of its child, and the inbox that it comes through. Lines about a child of
 * whom no running case may know are counted, and nothing of them is kept: no number, not even hashed.
 */
export const schoolAbsence: SchemaChange = {
  name: '0030-school-absence',
  readModel: true,
  statements: schema => `
    alter table ${schema}.registry_events add column absence jsonb;
    ${schema === mainSchema ? inbox(schema) : ''}`,
}

const inbox = (schema: string): string => `
    create table ${schema}.absence_feed (
      administration text primary key,
      position bigint not null
    );

    create table ${schema}.absence_seen (
      administration text not null,
      institution text not null,
      on_date date not null,
      lines integer not null,
      primary key (administration, institution, on_date)
    );

    create table ${schema}.absence_lines (
      administration text not null,
      case_id text not null,
      line text not null,
      version integer not null,
      person text not null,
      on_date date not null,
      kind text check (kind in ('sick', 'permitted', 'unlawful')),
      part text not null check (part in ('day', 'lastLesson')),
      position bigint not null,
      primary key (administration, case_id, line)
    );

    create table ${schema}.absence_told (
      administration text not null,
      process text not null,
      case_id text not null,
      position bigint not null,
      quarters jsonb not null,
      primary key (administration, process)
    );
    ${rowSecurity({
      schema,
      tables: ['absence_feed', 'absence_seen', 'absence_lines', 'absence_told'],
      grants: 'select, insert, update, delete',
    })}`
