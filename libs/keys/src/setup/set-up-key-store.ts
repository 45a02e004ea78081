import { databaseError, ensureLoginRole, ensureOwnedDatabase, urlFor } from '@brobygger/database'
import pg from 'pg'
import { migrateKeyStore } from '../migrations/migrate.js'
import { keyLoginRoles, keysDatabaseName, keysOwnerRole } from './names.js'

/**
 * Makes the roles, the database and the schema of the key store, or brings them up to date; what is there stays. It may
 * be another server than the data's, and has to be one with backups of its own.
 * @param args.adminUrl any database of the server, as a role that may create roles and databases
 * @param args.passwords a password for each of `keyLoginRoles`
 * @returns the address of the key store for each role
 * @throws DatabaseError
 */
export async function setUpKeyStore(args: {
  adminUrl: string
  passwords: Readonly<Record<string, string>>
}): Promise<{ urls: Record<string, string> }> {
  const { adminUrl, passwords } = args
  const addressOf = (role: string) =>
    urlFor(adminUrl, { role, password: passwords[role] ?? '', database: keysDatabaseName })
  const admin = new pg.Client({ connectionString: adminUrl })
  try {
    await admin.connect()
    await admin.query('select pg_advisory_lock($1)', [SETUP_LOCK])
    for (const role of keyLoginRoles) {
      await ensureLoginRole(admin, { role, password: passwords[role], inherit: true })
    }
    const connect = keyLoginRoles.filter(role => role !== keysOwnerRole)
    await ensureOwnedDatabase(admin, { name: keysDatabaseName, owner: keysOwnerRole, connect })
    await migrateKeyStore(addressOf(keysOwnerRole))
  } catch (error) {
    throw error instanceof pg.DatabaseError ? databaseError(error) : error
  } finally {
    await admin.end()
  }
  return { urls: Object.fromEntries(keyLoginRoles.map(role => [role, addressOf(role)])) }
}

/** Any number: what set-ups that run at the same time wait for. */
const SETUP_LOCK = 4_701_338
