import { administrations } from '@brobygger/domain/codes'
import type pg from 'pg'
import { ensureLoginRole } from './login-role.js'
import {
  apiRole,
  erasureRole,
  groupRole,
  groupRoles,
  loginRoles,
  ownerRole,
  rebuildRole,
  workerRole,
} from './roles.js'

/** Of which roles each role is a member. */
const memberships: readonly { readonly member: string; readonly of: readonly string[] }[] = [
  ...administrations.codes.map(code => ({ member: workerRole(code), of: [groupRole(code)] })),
  { member: apiRole, of: groupRoles },
  { member: rebuildRole, of: groupRoles },
  // The owner inherits nothing, so it sees no rows until it steps into this role.
  { member: ownerRole, of: [rebuildRole, erasureRole] },
  // It deletes what a rebuild may delete; that it may change an event is its own.
  { member: erasureRole, of: [rebuildRole] },
]

/**
 * Makes the roles that are missing, and sets the passwords.
 * @param args.admin connected as a superuser, or as a role that may create roles and databases
 * @param args.passwords a password for each login role
 */
export async function setUpRoles(args: {
  admin: pg.Client
  passwords: Readonly<Record<string, string>>
}): Promise<void> {
  const { admin, passwords } = args
  const { rows } = await admin.query<{ rolname: string }>('select rolname from pg_roles')
  const known = new Set(rows.map(row => row.rolname))
  for (const role of [...groupRoles, rebuildRole, erasureRole]) {
    if (!known.has(role)) await admin.query(`create role ${role} nologin`)
  }
  for (const role of loginRoles) {
    await ensureLoginRole(admin, { role, password: passwords[role], inherit: role !== ownerRole })
  }
  for (const { member, of } of memberships) {
    for (const role of of) {
      // Granting again what is granted makes PostgreSQL send a notice only.
      await admin.query(`grant ${role} to ${member}`)
    }
  }
}
