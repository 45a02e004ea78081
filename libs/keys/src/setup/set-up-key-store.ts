import {
  databaseError,
  ensureLoginRole,
  ensureOwnedDatabase,
  ensureRestingRole,
  restingRoles,
  urlFor,
} from '@brobygger/database'
import type { Administration } from '@brobygger/domain/codes'
import pg from 'pg'
import { migrateKeyStore } from '../migrations/migrate.js'
import { keyLoginRolesOf, keyRolesOf, keysDatabaseName, keysOwnerRole } from './names.js'

/**
 * Makes the roles, the database and the schema of the key store, or brings them up to date; what is there stays. It may
 * be another server than the data's, and has to be one with backups of its own.
 * @param args.adminUrl any database of the server, as a role that may create roles and databases
 * @param args.passwords a password for each of `keyLoginRolesOf(running)`
 * @param args.running the administrations that run
 * @returns the address of the key store for each role
 * @throws DatabaseError
 */
export async function setUpKeyStore(args: {
  adminUrl: string
  passwords: Readonly<Record<string, string>>
  running: readonly Administration[]
}): Promise<{ urls: Record<string, string> }> {
  const { adminUrl, passwords, running } = args
  const loginRoles = keyLoginRolesOf(running)
  const addressOf = (role: string) =>
    urlFor(adminUrl, { role, password: passwords[role] ?? '', database: keysDatabaseName })
  const admin = new pg.Client({ connectionString: adminUrl })
  try {
    await admin.connect()
    await admin.query('select pg_advisory_lock($1)', [SETUP_LOCK])
    for (const role of restingRoles(running, keyRolesOf)) await ensureRestingRole(admin, role)
    for (const role of loginRoles) {
      await ensureLoginRole(admin, { role, password: passwords[role], inherit: true })
    }
    const connect = loginRoles.filter(role => role !== keysOwnerRole)
    await ensureOwnedDatabase(admin, { name: keysDatabaseName, owner: keysOwnerRole, connect })
    await migrateKeyStore(addressOf(keysOwnerRole))
  } catch (error) {
    throw error instanceof pg.DatabaseError ? databaseError(error) : error
  } finally {
    await admin.end()
  }
  return { urls: Object.fromEntries(loginRoles.map(role => [role, addressOf(role)])) }
}

/** Any number: what set-ups that run at the same time wait for. */
const SETUP_LOCK = 4_701_338
