import type { FunctionOf } from './apply-changes.js'

const columns = 'position, process, seq, case_id, administration, practice, at, "by", type, body'

/**
 * `void_events(process, seq)` takes back what an attempt of a process wrote that never came to be: its events from a
 * number on go to `voided_events`, and what follows from the log in that case, for that administration, is cleared to
 * be written anew in the same transaction. Whoever calls it has to be of the process's administration. Nobody else may
 * take an event out of the log, and nobody may change one.
 */
export function voidEventsFunction({ schema, create, tables }: FunctionOf): string {
  return `
    ${create} function ${schema}.void_events(of_process text, from_seq integer) returns integer
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $function$
    declare
      of_case text;
      of_administration text;
      voided integer;
      name text;
    begin
      -- Nobody records meanwhile: what is cleared below is written anew from what is seen then.
      lock table ${schema}.events in share row exclusive mode;

      select case_id, administration into of_case, of_administration
      from ${schema}.events where process = of_process order by seq limit 1;
      if not found then
        return 0;
      end if;
      if not pg_has_role(session_user, 'bro_' || replace(of_administration, '-', '_'), 'member') then
        raise exception 'not a process of this administration' using errcode = '42501';
      end if;

      insert into ${schema}.voided_events (${columns})
      select ${columns} from ${schema}.events where process = of_process and seq >= from_seq;
      get diagnostics voided = row_count;
      delete from ${schema}.events where process = of_process and seq >= from_seq;
      delete from ${schema}.ledgers where process = of_process;
      foreach name in array array[${tables.map(name => `'${name}'`).join(', ')}] loop
        execute format('delete from ${schema}.%I where %I = $1 and administration = $2',
          name, case when name = 'cases' then 'id' else 'case_id' end)
          using of_case, of_administration;
      end loop;
      return voided;
    end
    $function$;
`
}
