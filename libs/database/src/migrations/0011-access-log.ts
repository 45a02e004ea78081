import { administrations } from '@brobygger/domain/codes'
import { apiRole, groupRole, groupRoles, logReaderRole, logSealerRole } from '../setup/roles.js'
import type { SchemaChange } from './migration.js'
import { accessLogSchema as log, mainSchema } from './names.js'

/** What a service says of an access; number, transaction and moment are the database's own. */
const given = `request_id, actor, roles, administration, action, outcome, refusal, cases, process, purpose, basis,
  fields, reason, practice, assurance, via`

const services = [...groupRoles, apiRole].join(', ')

/**
 * The access log: who saw, searched, changed or disclosed what, on what basis, and who was refused. Services may only
 * add lines. The sealer reads them and adds blocks, each with the hash of the block before. Whoever reads the log may
 * add a review. Nobody is granted to change or delete anything. The types keep sentences, names and numbers out.
 */
export const accessLog: SchemaChange = {
  name: '0011-access-log',
  readModel: false,
  statements: () => `
    create schema ${log};
    grant usage on schema ${log} to ${services}, ${logSealerRole}, ${logReaderRole};

    create domain ${log}.code as text check (value ~ '^[A-Za-z][A-Za-z0-9._:-]{0,79}$');
    create domain ${log}.id as text check (value ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$');

    create table ${log}.entries (
      id bigint generated always as identity primary key,
      txid xid8 not null default pg_current_xact_id(),
      at timestamptz not null default clock_timestamp(),
      request_id uuid not null,
      actor ${log}.id,
      roles ${log}.code[] not null,
      administration ${log}.code,
      action ${log}.code not null,
      outcome text not null check (outcome in ('allowed', 'refused')),
      refusal ${log}.code check ((refusal is null) = (outcome = 'allowed')),
      cases ${log}.id[] not null,
      process ${log}.id,
      purpose ${log}.code not null,
      basis ${log}.code not null,
      fields ${log}.code[] not null,
      reason text check (reason ~ '^(v_[a-z0-9]{1,40}|[a-z][A-Za-z0-9]{0,39})$'),
      practice boolean not null,
      assurance ${log}.code,
      via ${log}.code not null
    );
    create index entries_order on ${log}.entries (txid, id);
    create index entries_at on ${log}.entries (at desc, id desc);
    create index entries_actor on ${log}.entries (actor, at);
    create index entries_cases on ${log}.entries using gin (cases);

    create table ${log}.blocks (
      number bigint primary key check (number > 0),
      from_txid xid8 not null,
      to_txid xid8 not null,
      lines integer not null check (lines > 0),
      digests bytea not null,
      sealed_at timestamptz not null,
      previous bytea not null,
      hash bytea not null
    );

    create table ${log}.reviews (
      id bigint generated always as identity primary key,
      entry bigint not null,
      reviewer ${log}.id not null,
      verdict text not null check (verdict in ('fine', 'toBeAsked')),
      at timestamptz not null default clock_timestamp()
    );
    create index reviews_entry on ${log}.reviews (entry);

    ${['entries', 'blocks', 'reviews']
      .map(
        name => `
        alter table ${log}.${name} enable row level security;
        alter table ${log}.${name} force row level security;`,
      )
      .join('')}
    ${administrations.codes
      .map(
        code => `create policy ${groupRole(code)} on ${log}.entries for insert to ${groupRole(code)}
          with check (administration = '${code}');`,
      )
      .join('\n')}
    create policy ${apiRole} on ${log}.entries for insert to ${apiRole} with check (true);
    create policy readers on ${log}.entries for select to ${logSealerRole}, ${logReaderRole} using (true);
    create policy readers on ${log}.blocks for select to ${logSealerRole}, ${logReaderRole} using (true);
    create policy sealer on ${log}.blocks for insert to ${logSealerRole} with check (true);
    create policy readers on ${log}.reviews for select to ${logReaderRole} using (true);
    create policy reviewers on ${log}.reviews for insert to ${logReaderRole} with check (true);
    grant insert (${given}) on ${log}.entries to ${services};
    grant select on ${log}.entries, ${log}.blocks to ${logSealerRole}, ${logReaderRole};
    grant insert on ${log}.blocks to ${logSealerRole};
    grant select, insert (entry, reviewer, verdict) on ${log}.reviews to ${logReaderRole};

    ${disclosures}`,
}

/**
 * What crosses between administrations is logged by the database, in the transaction that records it: an offer, and a
 * report on what became of one. A report that is about another process was received, and is no disclosure.
 */
const disclosures = `
    create function ${log}.log_disclosure() returns trigger
    language plpgsql security invoker set search_path = pg_catalog, pg_temp as $function$
    begin
      insert into ${log}.entries (${given}) values (
        gen_random_uuid(), new."by", '{}', new.administration, new.type, 'allowed', null, array[new.case_id],
        new.process, coalesce(new.body ->> 'contract', 'report'), coalesce(new.body ->> 'basis', 'report'),
        array[coalesce(new.body ->> 'contract', new.body -> 'report' ->> 'report')], null, new.practice, null, 'process');
      return null;
    end
    $function$;
    revoke execute on function ${log}.log_disclosure() from public;
    create trigger log_disclosure after insert on ${mainSchema}.events for each row
      when (new.type = 'offerMade' or (new.type = 'helpReported' and new.body -> 'report' ->> 'offer' = new.process))
      execute function ${log}.log_disclosure();`
