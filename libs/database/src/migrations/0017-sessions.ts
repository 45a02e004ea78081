import { apiRole } from '../setup/roles.js'
import type { SchemaChange } from './migration.js'

/** Who is logged in with a browser, and who is on their way to be. Ids are digests of what the browser holds. */
export const sessions: SchemaChange = {
  name: '0017-sessions',
  readModel: false,
  statements: schema => `
    create table ${schema}.sessions (
      id text primary key,
      person text not null,
      assurance text not null check (assurance in ('low', 'substantial', 'high')),
      began_at timestamptz not null default now(),
      seen_at timestamptz not null default now()
    );
    create table ${schema}.login_attempts (
      id text primary key,
      nonce text not null,
      verifier text not null,
      return_to text not null,
      began_at timestamptz not null default now()
    );
    grant select, insert, update, delete on ${schema}.sessions to ${apiRole};
    grant select, insert, delete on ${schema}.login_attempts to ${apiRole};`,
}
