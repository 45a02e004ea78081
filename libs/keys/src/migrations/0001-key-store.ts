import { administrations, type Administration } from '@brobygger/domain/codes'
import { keyRolesOf } from '../setup/names.js'

const everybody = administrations.codes.flatMap(keyRolesOf).join(', ')
const tables = ['scopes', 'grants', 'grant_keys', 'revocations', 'search_keys'] as const

/**
 * The keys of cases and envelopes, and what one administration grants another. No content and no name lies here, and no
 * key in clear: each is wrapped by the master key of the administration that may use it.
 */
export const keyStore = `
  create schema keys;
  grant usage on schema keys to ${everybody};

  -- The key of a case, or of the envelope of a consent, in one administration. Destroying it destroys all it wraps;
  -- the row stays, so that no other key takes its place.
  create table keys.scopes (
    id text primary key,
    administration text not null,
    case_id text not null,
    scope text not null check (scope = 'case' or scope like 'envelope:_%'),
    master_key text not null,
    wrapped bytea,
    created_at timestamptz not null default now(),
    destroyed_at timestamptz,
    unique (administration, case_id, scope),
    check ((wrapped is null) = (destroyed_at is not null))
  );
  create index scopes_master_key on keys.scopes (administration, master_key) where wrapped is not null;

  -- What one administration lets another read, and on what basis. The giver alone writes here.
  create table keys.grants (
    id text primary key,
    ref text not null,
    from_administration text not null,
    to_administration text not null check (to_administration <> from_administration),
    case_id text not null,
    offer text not null,
    basis text not null check (basis in ('consent', 'duty', 'statutory')),
    consent text check ((basis = 'consent') = (consent is not null)),
    granted_at timestamptz not null default now(),
    until timestamptz,
    -- What was lawfully received and accepted is on the receiver's file, and stays.
    on_file boolean not null default false,
    unique (ref, to_administration, offer)
  );
  create index grants_offer on keys.grants (offer);
  create index grants_consent on keys.grants (consent) where consent is not null;
  create index grants_case on keys.grants (from_administration, case_id);

  -- The key of the granted text, wrapped by the receiver's master key. The receiver wraps it anew when that key rotates.
  create table keys.grant_keys (
    id text primary key references keys.grants (id) on delete cascade,
    from_administration text not null,
    to_administration text not null,
    master_key text not null,
    wrapped bytea not null
  );
  create index grant_keys_master_key on keys.grant_keys (to_administration, master_key);

  -- What was taken back. Stands by itself, so that a grant that arrives late finds that it came too late.
  create table keys.revocations (
    administration text not null,
    kind text not null check (kind in ('offer', 'consent')),
    subject text not null,
    why text not null,
    revoked_at timestamptz not null default now(),
    primary key (administration, kind, subject)
  );

  -- The municipality's key of the searchable hashes, the same for every administration.
  create table keys.search_keys (
    administration text primary key,
    master_key text not null,
    wrapped bytea not null
  );

  -- The grants that hold now. Row security is the reader's.
  create view keys.valid_grants with (security_invoker = true) as
    select g.*, k.master_key, k.wrapped
    from keys.grants g join keys.grant_keys k using (id)
    where g.on_file or ((g.until is null or g.until > now()) and not exists (
      select from keys.revocations r
      where r.administration = g.from_administration
        and ((r.kind = 'offer' and r.subject = g.offer) or (r.kind = 'consent' and r.subject = g.consent))));

  ${tables.map(name => `alter table keys.${name} enable row level security; alter table keys.${name} force row level security;`).join('\n')}
  grant select, insert, update (master_key, wrapped, destroyed_at) on keys.scopes to ${everybody};
  grant select, insert, delete, update (on_file) on keys.grants to ${everybody};
  grant select, insert, update (master_key, wrapped) on keys.grant_keys to ${everybody};
  grant select, insert on keys.revocations to ${everybody};
  grant select, insert, update (master_key, wrapped) on keys.search_keys to ${everybody};
  grant select on keys.valid_grants to ${everybody};
  create policy search_keys_made on keys.search_keys for insert to ${everybody} with check (true);
  ${administrations.codes.map(policiesOf).join('\n')}`

/** An administration sees its own keys, what it grants and what it was granted; it writes only what is its own. */
function policiesOf(code: Administration): string {
  const roles = keyRolesOf(code).join(', ')
  const name = code.replaceAll('-', '_')
  const own = (column: string) => `using (${column} = '${code}') with check (${column} = '${code}')`
  return `
  create policy ${name} on keys.scopes to ${roles} ${own('administration')};
  create policy ${name} on keys.grants to ${roles} ${own('from_administration')};
  create policy ${name}_received on keys.grants for select to ${roles} using (to_administration = '${code}');
  create policy ${name} on keys.grant_keys for select to ${roles} using (to_administration = '${code}');
  create policy ${name}_renewed on keys.grant_keys for update to ${roles} ${own('to_administration')};
  create policy ${name}_given on keys.grant_keys for insert to ${roles} with check (from_administration = '${code}');
  create policy ${name} on keys.revocations to ${roles} ${own('administration')};
  create policy ${name}_received on keys.revocations for select to ${roles}
    using (exists (select from keys.grants g where g.from_administration = administration
      and g.to_administration = '${code}' and (g.offer = subject or g.consent = subject)));
  create policy ${name} on keys.search_keys for select to ${roles} using (administration = '${code}');
  create policy ${name}_renewed on keys.search_keys for update to ${roles} ${own('administration')};`
}
