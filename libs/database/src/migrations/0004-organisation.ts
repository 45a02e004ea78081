import { apiRole, groupRoles } from '../setup/roles.js'
import type { SchemaChange } from './migration.js'

/** Staff and institutions as the municipality's file has them, and the answers to commands sent twice. */
export const organisation: SchemaChange = {
  name: '0004-organisation',
  readModel: false,
  statements: schema => `
    create table ${schema}.staff (
      id text primary key,
      name text not null,
      deputy text,
      leave_from date,
      leave_to date
    );
    create table ${schema}.staff_affiliations (
      person text not null references ${schema}.staff (id) on delete cascade,
      n integer not null,
      administration text not null,
      unit text not null,
      role text not null,
      institution text,
      primary key (person, n)
    );
    create table ${schema}.institutions (
      id text primary key,
      name text not null,
      kind text not null,
      district text not null,
      cluster text not null,
      leader text not null,
      social_worker text not null
    );
    create table ${schema}.idempotency (
      person text not null,
      key text not null,
      request_hash text not null,
      plan jsonb not null,
      status integer,
      answer jsonb,
      begun_at timestamptz not null default now(),
      primary key (person, key)
    );
    create index idempotency_age on ${schema}.idempotency (begun_at);
    grant select on ${schema}.staff, ${schema}.staff_affiliations, ${schema}.institutions to ${groupRoles.join(', ')};
    grant select, insert, update, delete on ${schema}.idempotency to ${apiRole};`,
}
