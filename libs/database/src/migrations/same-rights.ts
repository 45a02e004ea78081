/**
 * Statements that give an administration that came later, in these schemas, what the first one has: the same policies
 * of row security and the same grants, each for its own roles and its own rows. What it has already is left alone, so
 * a database whose tables knew it from the beginning stays as it is.
 *
 * The catalogue is what they are read from: a list of every table and grant, repeated here, would be a second truth.
 * @param later codes of the administrations; their roles are there
 */
export function sameRights(later: readonly string[], schemas: readonly string[]): string {
  const list = (values: readonly string[]) => values.map(value => `'${value}'`).join(', ')
  return `
  do $do$
  declare
    code text;
    wanted record;
    -- The first administration's, as it stands in the names of roles and policies, and in their conditions.
    first_name constant text := 'children_and_youth';
    first_code constant text := 'children-and-youth';
    ours constant text := '^bro_(worker_|vault_|eraser_)?children_and_youth$';
  begin
    foreach code in array array[${list(later)}] loop
      for wanted in
        select schemaname, tablename, policyname, permissive, cmd, qual, with_check,
          array(select role::text from unnest(roles) role) as all_roles,
          array(select replace(role::text, first_name, replace(code, '-', '_')) from unnest(roles) role
            where role::text ~ ours) as own_roles
        from pg_policies where schemaname in (${list(schemas)})
          and exists (select from unnest(roles) role where role::text ~ ours)
      loop
        if strpos(wanted.policyname, first_name) = 0 then
          -- A policy that administrations share.
          execute format('alter policy %I on %I.%I to %s', wanted.policyname, wanted.schemaname, wanted.tablename,
            (select string_agg(distinct format('%I', role), ', ')
              from unnest(wanted.all_roles || wanted.own_roles) role));
        elsif not exists (
          select from pg_policies
          where schemaname = wanted.schemaname and tablename = wanted.tablename
            and policyname = replace(wanted.policyname, first_name, replace(code, '-', '_'))
        ) then
          execute format('create policy %I on %I.%I as %s for %s to %s %s %s',
            replace(wanted.policyname, first_name, replace(code, '-', '_')), wanted.schemaname, wanted.tablename,
            wanted.permissive, wanted.cmd,
            (select string_agg(format('%I', role), ', ') from unnest(wanted.own_roles) role),
            'using (' || replace(wanted.qual, first_code, code) || ')',
            'with check (' || replace(wanted.with_check, first_code, code) || ')');
        end if;
      end loop;

      for wanted in
        with granted as (
          select nspacl as acl, nspowner as owner, format('schema %I', nspname) as thing, null as columns
          from pg_namespace where nspname in (${list(schemas)})
          union all
          select relacl, relowner, format('%I.%I', nspname, relname), null
          from pg_class join pg_namespace n on n.oid = relnamespace where nspname in (${list(schemas)})
          union all
          select attacl, relowner, format('%I.%I', nspname, relname), format('(%I)', attname)
          from pg_attribute join pg_class c on c.oid = attrelid join pg_namespace n on n.oid = relnamespace
          where nspname in (${list(schemas)}) and not attisdropped
          union all
          select proacl, proowner, 'function ' || p.oid::regprocedure, null
          from pg_proc p join pg_namespace n on n.oid = pronamespace where nspname in (${list(schemas)})
        )
        select privilege_type || coalesce(' ' || columns, '') as privilege, thing, pg_get_userbyid(owner) as owner,
          replace(pg_get_userbyid(grantee), first_name, replace(code, '-', '_')) as role
        from granted, aclexplode(acl) where pg_get_userbyid(grantee) ~ ours
      loop
        -- What somebody else grants than the owner is answered with a warning, and is not granted.
        execute format('set local role %I', wanted.owner);
        execute format('grant %s on %s to %I', wanted.privilege, wanted.thing, wanted.role);
        reset role;
      end loop;
    end loop;
  end
  $do$;`
}
