import { apiRole } from '../setup/roles.js'
import type { SchemaChange } from './migration.js'
import { mainSchema } from './names.js'

/**
 * What became of letters, and where carriers say so: each status of a message once, kept until its letter is known. A
 * message id and codes lead to nobody.
 */
export const delivery: SchemaChange = {
  name: '0023-delivery',
  readModel: true,
  statements: schema => `
    alter table ${schema}.letters
      add column delivered_at timestamptz, add column returned_at timestamptz, add column returned_why text;
    create index letters_letter on ${schema}.letters (letter);
    ${schema === mainSchema ? inbox(schema) : ''}`,
}

const inbox = (schema: string): string => `
    create table ${schema}.letter_callbacks (
      message_id text not null,
      status text not null check (status in ('delivered', 'returned')),
      why text,
      at timestamptz not null,
      received_at timestamptz not null default now(),
      taken_at timestamptz,
      primary key (message_id, status)
    );
    create index letter_callbacks_waiting on ${schema}.letter_callbacks (received_at) where taken_at is null;
    grant select, insert on ${schema}.letter_callbacks to ${apiRole};
    grant update (taken_at) on ${schema}.letter_callbacks to ${apiRole};`
