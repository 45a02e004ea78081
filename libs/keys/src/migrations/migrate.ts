import { Kysely, Migrator, PostgresDialect, sql, type Migration } from 'kysely'
import pg from 'pg'
import { keyStore } from './0001-key-store.js'
import { healthAndEmployment } from './0003-health-and-employment.js'
import { grantsThatHold } from './0002-grants-that-hold.js'

/** Every change of the key store's schema, oldest first; none is edited once it is released. */
const changes: Readonly<Record<string, string>> = {
  '0001-key-store': keyStore,
  '0002-grants-that-hold': grantsThatHold,
  '0003-health-and-employment': healthAndEmployment,
}

/** Brings the key store's schema up to date; what is there already is left alone. */
export async function migrateKeyStore(ownerUrl: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 1 })
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  try {
    const { error } = await new Migrator({
      db,
      // Changes of one release may reach an installation in any order.
      allowUnorderedMigrations: true,
      provider: { getMigrations },
    }).migrateToLatest()
    if (error !== undefined)
      throw error instanceof Error ? error : new Error('The schema could not be changed')
  } finally {
    await db.destroy()
  }
}

const getMigrations = (): Promise<Record<string, Migration>> =>
  Promise.resolve(
    Object.fromEntries(
      Object.entries(changes).map(([name, statements]) => [
        name,
        {
          up: async db => {
            await sql.raw(statements).execute(db)
          },
        } satisfies Migration,
      ]),
    ),
  )
