/** Whether a function is made or replaced, and the tables that it may write. */
export interface FunctionOf {
  readonly schema: string
  readonly create: 'create' | 'create or replace'
  readonly tables: readonly string[]
}

/**
 * `apply_changes(changes)` writes what the projection says: a JSON array of
 * `{ table, op: 'insert' | 'update', key, set, add, append }`, in that order. An insert overwrites the given columns
 * of a row that is there; an update of a row that is not there does nothing. `add` adds to numbers, `append` appends
 * to text arrays what they do not hold. Only tables of the read model, and with the caller's own rights.
 */
export function applyChangesFunction({ schema, create, tables }: FunctionOf): string {
  return `
    ${create} function ${schema}.apply_changes(changes jsonb) returns void
    language plpgsql security invoker set search_path = pg_catalog, pg_temp as $function$
    declare
      change jsonb;
      target text;
      statement text;
    begin
      for change in select value from jsonb_array_elements(changes) loop
        target := change ->> 'table';
        if target is null or target <> all (array[${tables.map(name => `'${name}'`).join(', ')}]) then
          raise exception 'not a table of the read model' using errcode = 'BB001';
        end if;

        if change ->> 'op' = 'insert' then
          select format(
            'insert into ${schema}.%1$I (%2$s) select %2$s from jsonb_populate_record(null::${schema}.%1$I, $1 || $2)
             on conflict (%3$s) do update set %4$s',
            target,
            (select string_agg(quote_ident(name), ', ')
              from jsonb_object_keys((change -> 'key') || (change -> 'set')) as name),
            (select string_agg(quote_ident(name), ', ') from jsonb_object_keys(change -> 'key') as name),
            (select string_agg(format('%1$I = excluded.%1$I', name), ', ')
              from jsonb_object_keys(change -> 'set') as name)
          ) into statement;
          execute statement using change -> 'key', change -> 'set';
        else
          select format(
            'update ${schema}.%1$I as held set %2$s
             from jsonb_populate_record(null::${schema}.%1$I, $1) as wanted,
                  jsonb_populate_record(null::${schema}.%1$I, $2) as given
             where %3$s',
            target,
            (select string_agg(format(part.form, part.name), ', ') from (
              select name, '%1$I = given.%1$I' as form from jsonb_object_keys(change -> 'set') as name
              union all
              select name, '%1$I = held.%1$I + given.%1$I' from jsonb_object_keys(change -> 'add') as name
              union all
              select name, '%1$I = held.%1$I || array(select item from unnest(given.%1$I) with ordinality as one(item, n)
                where item <> all (held.%1$I) order by n)'
              from jsonb_object_keys(change -> 'append') as name
            ) as part),
            (select string_agg(format('held.%1$I = wanted.%1$I', name), ' and ')
              from jsonb_object_keys(change -> 'key') as name)
          ) into statement;
          execute statement
            using change -> 'key', (change -> 'set') || (change -> 'add') || (change -> 'append');
        end if;
      end loop;
    end
    $function$;
`
}
