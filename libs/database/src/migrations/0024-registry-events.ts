import { tablesWithAccessReviews } from './0022-access-reviews.js'
import type { SchemaChange } from './migration.js'
import { mainSchema } from './names.js'
import { extendReadModel } from './read-model-functions/extend-read-model.js'
import { rowSecurity } from './row-security.js'

const added = ['registry_events'] as const

/** Tables of the read model from this migration on. */
export const tablesWithRegistryEvents = [...tablesWithAccessReviews, ...added] as const

/**
 * What the register of persons told of somebody in a case, and the inbox that it comes through: each event once in each
 * administration, and the processes that still have to hear of it. No name and no number, not even hashed.
 */
export const registryEvents: SchemaChange = {
  name: '0024-registry-events',
  readModel: true,
  statements: schema => `
    alter table ${schema}.consents add column flagged text;

    create table ${schema}.registry_events (
      process text not null,
      seq integer not null,
      case_id text not null,
      administration text not null,
      practice boolean not null,
      fact text not null,
      person text not null,
      relation text,
      happened_on date not null,
      municipality text,
      text_ref text,
      received_at timestamptz not null,
      primary key (process, seq)
    );
    create index registry_events_case on ${schema}.registry_events (case_id);

    ${extendReadModel({ schema, tables: tablesWithRegistryEvents, added })}
    ${schema === mainSchema ? inbox(schema) : ''}`,
}

const inbox = (schema: string): string => `
    create table ${schema}.registry_inbox (
      administration text not null,
      event text not null,
      -- Where the register's feed had it last; the next page begins after the highest.
      position bigint not null,
      fact text not null,
      happened_on date not null,
      received_at timestamptz not null default now(),
      -- How many running processes it concerns; 0 when nobody of a case here is meant.
      processes integer not null,
      primary key (administration, event)
    );
    create index registry_inbox_position on ${schema}.registry_inbox (administration, position desc);

    create table ${schema}.registry_deliveries (
      administration text not null,
      event text not null,
      process text not null,
      case_id text not null,
      message jsonb not null,
      primary key (administration, event, process),
      foreign key (administration, event) references ${schema}.registry_inbox (administration, event)
    );
    ${rowSecurity({
      schema,
      tables: ['registry_inbox', 'registry_deliveries'],
      grants: 'select, insert, update, delete',
    })}`
