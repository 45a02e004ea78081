import { administrations, type Administration } from '@brobygger/domain/codes'
import type pg from 'pg'
import { ensureLoginRole, ensureRestingRole } from './login-role.js'
import {
  apiRole,
  connectingRolesOf,
  erasureRole,
  groupRole,
  groupRoles,
  loginRolesOf,
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

/** The roles of the administrations that do not run. */
export function restingRoles(
  running: readonly Administration[],
  rolesOf: (code: Administration) => readonly string[],
): string[] {
  return administrations.codes.filter(code => !running.includes(code)).flatMap(rolesOf)
}

/**
 * Makes the roles that are missing, and sets the passwords.
 * @param args.admin connected as a superuser, or as a role that may create roles and databases
 * @param args.passwords a password for each login role
 * @param args.running the administrations that run; the roles of the others are there, and cannot log in
 */
export async function setUpRoles(args: {
  admin: pg.Client
  passwords: Readonly<Record<string, string>>
  running: readonly Administration[]
}): Promise<void> {
  const { admin, passwords, running } = args
  const { rows } = await admin.query<{ rolname: string }>('select rolname from pg_roles')
  const known = new Set(rows.map(row => row.rolname))
  for (const role of [...groupRoles, rebuildRole, erasureRole]) {
    if (!known.has(role)) await admin.query(`create role ${role} nologin`)
  }
  for (const role of restingRoles(running, connectingRolesOf)) await ensureRestingRole(admin, role)
  for (const role of loginRolesOf(running)) {
    await ensureLoginRole(admin, { role, password: passwords[role], inherit: role !== ownerRole })
  }
  for (const { member, of } of memberships) {
    for (const role of of) {
      // Granting again what is granted makes PostgreSQL send a notice only.
      await admin.query(`grant ${role} to ${member}`)
    }
  }
}
