import type { Administration } from '@brobygger/domain/codes'
import pg from 'pg'
import { kyselyOf } from '../connection/connect.js'
import { databaseError } from '../connection/database-error.js'
import { migrate } from '../migrations/migrate.js'
import { mainSchema } from '../migrations/names.js'
import { ensureOwnedDatabase, urlFor } from './owned-database.js'
import { loginRolesOf, ownerRole } from './roles.js'
import { setUpRoles } from './set-up-roles.js'

/** Name of the database. */
export const databaseName = 'brobygger'

/** Any number: what set-ups that run at the same time wait for. */
const SETUP_LOCK = 4_701_337

/**
 * Makes roles, database and schemas, or brings them up to date; what is there stays. Afterwards everything but set-up
 * and rebuild connects as a role that is neither owner nor superuser and sees only the rows of its administration.
 * @param args.adminUrl any database of the server, as a role that may create roles and databases
 * @param args.passwords a password for each of `loginRolesOf(running)`
 * @param args.running the administrations that run
 * @returns the address of the database for each login role
 * @throws DatabaseError
 */
export async function setUpDatabase(args: {
  adminUrl: string
  passwords: Readonly<Record<string, string>>
  running: readonly Administration[]
}): Promise<{ urls: Record<string, string> }> {
  const loginRoles = loginRolesOf(args.running)
  const urls = Object.fromEntries(
    loginRoles.map(role => [
      role,
      urlFor(args.adminUrl, { role, password: args.passwords[role] ?? '', database: databaseName }),
    ]),
  )
  const admin = new pg.Client({ connectionString: args.adminUrl })
  try {
    await admin.connect()
    await admin.query('select pg_advisory_lock($1)', [SETUP_LOCK])
    await setUpRoles({ admin, passwords: args.passwords, running: args.running })
    const connect = loginRoles.filter(role => role !== ownerRole)
    await ensureOwnedDatabase(admin, { name: databaseName, owner: ownerRole, connect })
    await migrateAsOwner(urls[ownerRole] ?? '')
  } catch (error) {
    throw error instanceof pg.DatabaseError ? databaseError(error) : error
  } finally {
    await admin.end()
  }
  return { urls }
}

async function migrateAsOwner(ownerUrl: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 1 })
  try {
    await migrate({ db: kyselyOf(pool), schema: mainSchema })
  } finally {
    await pool.end()
  }
}
