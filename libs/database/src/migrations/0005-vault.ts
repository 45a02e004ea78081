import { groupRoles } from '../setup/roles.js'
import type { SchemaChange } from './migration.js'
import { vaultSchema } from './names.js'
import { rowSecurity } from './row-security.js'

/** Encrypted texts and unfinished answers. A text is written once, or destroyed; it is never changed. */
export const vault: SchemaChange = {
  name: '0005-vault',
  readModel: false,
  statements: () => `
    create schema ${vaultSchema};
    grant usage on schema ${vaultSchema} to ${groupRoles.join(', ')};

    create table ${vaultSchema}.texts (
      ref text primary key,
      administration text not null,
      case_id text not null,
      practice boolean not null,
      purpose text not null,
      format smallint not null,
      key_id text not null,
      iv bytea not null,
      ciphertext bytea not null,
      tag bytea not null,
      created_at timestamptz not null default now()
    );
    create index texts_case on ${vaultSchema}.texts (case_id);

    create table ${vaultSchema}.drafts (
      task_id text not null,
      person text not null,
      administration text not null,
      case_id text not null,
      format smallint not null,
      key_id text not null,
      iv bytea not null,
      ciphertext bytea not null,
      tag bytea not null,
      saved_at timestamptz not null default now(),
      primary key (task_id, person)
    );
    create index drafts_case on ${vaultSchema}.drafts (case_id);

    ${rowSecurity({ schema: vaultSchema, tables: ['texts'], grants: 'select, insert, delete' })}
    ${rowSecurity({ schema: vaultSchema, tables: ['drafts'], grants: 'select, insert, update, delete' })}`,
}
