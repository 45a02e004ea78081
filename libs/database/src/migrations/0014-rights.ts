import { tablesWithBases } from './0013-persons-and-bases.js'
import type { SchemaChange } from './migration.js'
import { extendReadModel } from './read-model-functions/extend-read-model.js'

const added = ['access_requests', 'access_items'] as const

/** Tables of the read model from this migration on. */
export const tablesWithAccessRequests = [...tablesWithBases, ...added] as const

/** Requests for access, and what becomes of each text that is held. */
export const accessRequests: SchemaChange = {
  name: '0014-rights',
  readModel: true,
  statements: schema => `
    create table ${schema}.access_requests (
      process text primary key,
      case_id text not null,
      administration text not null,
      practice boolean not null,
      kind text not null,
      requester text not null,
      received_at timestamptz not null,
      cases text[] not null,
      text_ref text,
      extended_until date,
      extension_in_time boolean,
      outcome text check (outcome in ('sent', 'refused')),
      refusal text,
      answer_text_ref text,
      answered_at timestamptz,
      answered_by text
    );
    create index access_requests_case on ${schema}.access_requests (case_id);

    create table ${schema}.access_items (
      process text not null,
      item text not null,
      case_id text not null,
      administration text not null,
      practice boolean not null,
      kind text not null,
      of_case text not null,
      left_out boolean not null default false,
      decision text check (decision in ('show', 'redact', 'withhold')),
      grounds text[],
      text_ref text,
      decided_by text,
      primary key (process, item)
    );

    ${extendReadModel({ schema, tables: tablesWithAccessRequests, added })}`,
}
