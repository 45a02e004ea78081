import type { Kysely } from 'kysely'
import pg from 'pg'
import { kyselyOf } from '../connection/connect.js'
import { typeParsers } from '../connection/parsers.js'

/** Runs work on one connection as the owner, without a limit on time. */
export async function withOwner<T>(ownerUrl: string, work: (db: Kysely<unknown>) => Promise<T>): Promise<T> {
  const pool = new pg.Pool({
    connectionString: ownerUrl,
    max: 1,
    // One connection for all of it: the role it steps into must not be lost to a fresh one.
    idleTimeoutMillis: 0,
    options: '-c timezone=UTC',
    types: typeParsers,
  })
  try {
    return await work(kyselyOf(pool))
  } finally {
    await pool.end()
  }
}
