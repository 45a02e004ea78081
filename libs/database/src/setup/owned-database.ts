import type pg from 'pg'

/**
 * Makes a database that belongs to a role, and lets these roles and no others connect to it.
 * @param admin connected as a superuser, or as a role that may create roles and databases
 */
export async function ensureOwnedDatabase(
  admin: pg.Client,
  { name, owner, connect }: { name: string; owner: string; connect: readonly string[] },
): Promise<void> {
  const { rowCount } = await admin.query('select from pg_database where datname = $1', [name])
  if (rowCount === 0) {
    // To give the database away, a role that is no superuser has to be a member of the new owner.
    await admin.query(`
      do $$ begin
        if not (select rolsuper from pg_roles where rolname = current_user) then
          execute format('grant ${owner} to %I', current_user);
        end if;
      end $$`)
    await admin.query(`create database ${name} owner ${owner} template template0 encoding 'UTF8'`)
  }
  await admin.query(`revoke all on database ${name} from public`)
  await admin.query(`grant connect on database ${name} to ${connect.join(', ')}`)
}

/** Address of a database on the same server, as another role. */
export function urlFor(
  adminUrl: string,
  { role, password, database }: { role: string; password: string; database: string },
): string {
  const url = new URL(adminUrl)
  url.username = role
  url.password = encodeURIComponent(password)
  url.pathname = `/${database}`
  return url.toString()
}
