import { groupRoles } from '../setup/roles.js'
import type { SchemaChange } from './migration.js'
import { rowSecurity } from './row-security.js'

/**
 * The event log, the ledgers, and `record`: one call writes a batch of events of one process with all that follows
 * from them, or nothing. A batch that is there already is left alone; one that is there in part or with another
 * content is refused (`BB002`). Nobody is granted to change or delete an event.
 */
export const eventLog: SchemaChange = {
  name: '0003-event-log',
  readModel: false,
  statements: schema => `
    create table ${schema}.events (
      position bigint generated always as identity unique,
      process text not null,
      seq integer not null check (seq > 0),
      case_id text not null,
      administration text not null,
      practice boolean not null,
      at timestamptz not null,
      "by" text,
      type text not null,
      body jsonb not null,
      primary key (process, seq)
    );
    create index events_case on ${schema}.events (case_id, position);
    create index events_type on ${schema}.events (type, at);

    create table ${schema}.ledgers (
      process text primary key,
      case_id text not null,
      administration text not null,
      practice boolean not null,
      seq integer not null,
      ledger jsonb not null,
      updated_at timestamptz not null default now()
    );
    create index ledgers_case on ${schema}.ledgers (case_id);

    ${rowSecurity({ schema, tables: ['events'], grants: 'select, insert' })}
    ${rowSecurity({ schema, tables: ['ledgers'], grants: 'select, insert, update' })}

    create function ${schema}.record(events jsonb, changes jsonb, ledger jsonb) returns boolean
    language plpgsql security invoker set search_path = pg_catalog, pg_temp as $function$
    declare
      given integer := jsonb_array_length(events);
      inserted integer;
      known integer;
    begin
      insert into ${schema}.events (process, seq, case_id, administration, practice, at, "by", type, body)
      select process, seq, "caseId", administration, practice, at, "by", body ->> 'type', body
      from jsonb_to_recordset(events) as event(process text, seq integer, "caseId" text, administration text,
        practice boolean, at timestamptz, "by" text, body jsonb)
      order by seq
      on conflict (process, seq) do nothing;
      get diagnostics inserted = row_count;

      if inserted = 0 then
        select count(*) into known
        from jsonb_to_recordset(events) as event(process text, seq integer, "caseId" text, body jsonb)
        join ${schema}.events as held
          on held.process = event.process and held.seq = event.seq
          and held.case_id = event."caseId" and held.body = event.body;
        if known = given then
          return false;
        end if;
      end if;
      if inserted <> given then
        raise exception 'other events are recorded under these numbers' using errcode = 'BB002';
      end if;

      perform ${schema}.apply_changes(changes);

      if ledger is not null then
        insert into ${schema}.ledgers as held (process, case_id, administration, practice, seq, ledger)
        select event.process, event."caseId", event.administration, event.practice,
          (record.ledger ->> 'seq')::integer, record.ledger
        from jsonb_to_record(events -> 0) as event(process text, "caseId" text, administration text, practice boolean)
        on conflict (process) do update
          set seq = excluded.seq, ledger = excluded.ledger, updated_at = now()
          where held.seq <= excluded.seq;
      end if;
      return true;
    end
    $function$;
    revoke execute on function ${schema}.record(jsonb, jsonb, jsonb) from public;
    grant execute on function ${schema}.record(jsonb, jsonb, jsonb) to ${groupRoles.join(', ')};`,
}
