import { administrations, type Administration } from '@brobygger/domain/codes'
import { groupRole, groupRoles, vaultRole, workerRole } from '../setup/roles.js'
import type { SchemaChange } from './migration.js'
import { vaultSchema as vault } from './names.js'

/** Who opens an administration's part of the vault: its workers, and the API in its name. */
const readers = (code: Administration): string => `${workerRole(code)}, ${vaultRole(code)}`
const everybody = administrations.codes.map(readers).join(', ')

/** The columns that hold an encrypted content; they change when it is encrypted anew, nothing else of a row does. */
const SEALED = 'format, key_id, wrapped_key, iv, ciphertext, tag'

/**
 * Each text with a key of its own, wrapped by its case's key (format 2). What the vault holds is for the workers of its
 * administration and the API's role for it; a text of another administration is seen only where that one shared it.
 */
export const vaultKeys: SchemaChange = {
  name: '0012-vault-keys',
  readModel: false,
  statements: () => `
    alter table ${vault}.texts add column wrapped_key bytea;
    alter table ${vault}.texts add constraint texts_wrapped_key check ((format = 1) = (wrapped_key is null));
    alter table ${vault}.texts add constraint texts_owner unique (ref, administration);
    alter table ${vault}.drafts add column wrapped_key bytea;
    alter table ${vault}.drafts add constraint drafts_wrapped_key check ((format = 1) = (wrapped_key is null));
    create index texts_key on ${vault}.texts (key_id);

    -- Which administration may see which text of another, by which offer. The key store says whether it may now.
    create table ${vault}.shares (
      ref text not null,
      administration text not null,
      to_administration text not null check (to_administration <> administration),
      offer text not null,
      primary key (ref, to_administration, offer),
      -- Nobody shares what is not theirs.
      foreign key (ref, administration) references ${vault}.texts (ref, administration) on delete cascade
    );

    -- Who a case is about and who is around them, from the degree of identity A2 on. Belongs to one case, and goes with it.
    create table ${vault}.persons (
      id text primary key,
      administration text not null,
      case_id text not null,
      practice boolean not null,
      relation text not null,
      format smallint not null,
      key_id text not null,
      wrapped_key bytea not null,
      iv bytea not null,
      ciphertext bytea not null,
      tag bytea not null,
      created_at timestamptz not null default now(),
      unique (id, administration, case_id)
    );
    create index persons_case on ${vault}.persons (administration, case_id);

    -- By which numbers a person is found: keyed hashes, of no use without the key in the key store. Every administration
    -- may ask whether a number is known, and in which case; what is known of the person is not here.
    create table ${vault}.person_numbers (
      hash bytea not null,
      administration text not null,
      case_id text not null,
      practice boolean not null,
      person text not null,
      kind text not null check (kind in ('cpr', 'temporary')),
      primary key (hash, person),
      foreign key (person, administration, case_id) references ${vault}.persons (id, administration, case_id)
        on delete cascade
    );
    ${['shares', 'persons', 'person_numbers']
      .map(
        name => `
    alter table ${vault}.${name} enable row level security;
    alter table ${vault}.${name} force row level security;`,
      )
      .join('')}

    revoke all on all tables in schema ${vault} from ${groupRoles.join(', ')};
    revoke all on schema ${vault} from ${groupRoles.join(', ')};
    grant usage on schema ${vault} to ${everybody};
    grant select, insert, delete, update (${SEALED}) on ${vault}.texts to ${everybody};
    grant select, insert, delete, update on ${vault}.drafts to ${everybody};
    grant select, insert, delete on ${vault}.shares, ${vault}.person_numbers to ${everybody};
    grant select, insert, delete, update (${SEALED}) on ${vault}.persons to ${everybody};
    create policy known on ${vault}.person_numbers for select to ${everybody} using (true);
    ${administrations.codes.map(policiesOf).join('\n')}`,
}

function policiesOf(code: Administration): string {
  const role = groupRole(code)
  const own = `using (administration = '${code}') with check (administration = '${code}')`
  return `
    drop policy ${role} on ${vault}.texts;
    drop policy ${role} on ${vault}.drafts;
    create policy ${role} on ${vault}.texts to ${readers(code)} ${own};
    create policy ${role} on ${vault}.drafts to ${readers(code)} ${own};
    create policy ${role} on ${vault}.persons to ${readers(code)} ${own};
    create policy ${role} on ${vault}.person_numbers to ${readers(code)} ${own};
    create policy ${role} on ${vault}.shares to ${readers(code)} ${own};
    create policy ${role}_received on ${vault}.shares for select to ${readers(code)}
      using (to_administration = '${code}');
    create policy ${role}_received on ${vault}.texts for select to ${readers(code)}
      using (exists (select from ${vault}.shares where shares.ref = texts.ref and to_administration = '${code}'));`
}
