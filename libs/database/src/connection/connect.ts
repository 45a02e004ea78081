import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { mainSchema } from '../migrations/names.js'
import type { Database } from '../tables/database.js'
import { typeParsers } from './parsers.js'
import { quietPool } from './quiet-pool.js'

/** What reads and `record` are given. */
export type Db = Kysely<Database>

/** An open connection pool. */
export interface Connection {
  readonly db: Db
  /** The same pool for other libraries; its errors are the driver's own and can quote values. */
  readonly pool: pg.Pool
  readonly close: () => Promise<void>
}

/** A statement that takes longer is given up, in milliseconds. */
const STATEMENT_TIMEOUT = 5_000
/** A connection that takes longer is given up, in milliseconds. */
const CONNECTION_TIMEOUT = 2_000

/**
 * A pool for reads and `record`; connects when first used. Queries through `db` fail with `DatabaseError`.
 * @param args.url address of the database with role and password
 * @param args.max most connections at a time
 */
export function connect(args: { url: string; max: number }): Connection {
  const pool = new pg.Pool({
    connectionString: args.url,
    max: args.max,
    connectionTimeoutMillis: CONNECTION_TIMEOUT,
    statement_timeout: STATEMENT_TIMEOUT,
    // For a server that does not answer at all, and so cannot give up by itself.
    query_timeout: STATEMENT_TIMEOUT + 1_000,
    idle_in_transaction_session_timeout: STATEMENT_TIMEOUT,
    keepAlive: true,
    options: '-c timezone=UTC',
    types: typeParsers,
  })
  // A connection that breaks is replaced at its next use, and its query fails by itself; unheard, the break would end
  // the process: while the connection is idle the pool tells of it, while it is lent out the connection does.
  pool.on('error', () => undefined)
  pool.on('connect', client => client.on('error', () => undefined))
  const db = kyselyOf<Database>(pool).withSchema(mainSchema)
  return { db, pool, close: () => pool.end() }
}

/** Kysely over a pool. */
export function kyselyOf<T>(pool: pg.Pool): Kysely<T> {
  return new Kysely<T>({ dialect: new PostgresDialect({ pool: quietPool(pool) }) })
}
