import pg from 'pg'

/** Roles of a server that can log in, or are to. */
export interface LoginRole {
  readonly role: string
  readonly password: string | undefined
  /** Whether it has the rights of the roles it is a member of without stepping into them. */
  readonly inherit: boolean
}

/**
 * Makes a role that may log in and nothing else, or sets its password.
 * @param admin connected as a superuser, or as a role that may create roles
 * @throws Error when there is no password for it
 */
export async function ensureLoginRole(
  admin: pg.Client,
  { role, password, inherit }: LoginRole,
): Promise<void> {
  if (password === undefined) throw new Error(`No password for the role ${role}`)
  const { rowCount } = await admin.query('select from pg_roles where rolname = $1', [role])
  await admin.query(
    `${rowCount === 0 ? 'create' : 'alter'} role ${role} login ${inherit ? 'inherit' : 'noinherit'}
      nocreatedb nocreaterole password ${pg.escapeLiteral(password)}`,
  )
}

/**
 * Makes a role that nobody can log in as, or takes its login and password away. What it has been granted stays, so
 * that row security and grants name the roles of every administration, whether or not it runs.
 * @param admin connected as a superuser, or as a role that may create roles
 */
export async function ensureRestingRole(admin: pg.Client, role: string): Promise<void> {
  const { rowCount } = await admin.query('select from pg_roles where rolname = $1', [role])
  await admin.query(
    rowCount === 0 ? `create role ${role} nologin` : `alter role ${role} nologin password null`,
  )
}
