import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type { Pool, PoolClient } from 'pg'
import { databaseError } from './database-error.js'

/** The pool as Kysely uses it, with errors that say nothing of the values sent. */
export function quietPool(pool: Pool): PostgresPool {
  return {
    connect: async () => quietClient(await pool.connect().catch((error: unknown) => fail(error))),
    end: () => pool.end(),
  }
}

const fail = (error: unknown): never => {
  throw databaseError(error)
}

function quietClient(client: PoolClient): PostgresPoolClient {
  return {
    // Kysely asks for a cursor only when results are streamed, which nothing does.
    query: ((text: string, values: unknown[]) =>
      client.query(text, values).catch(fail)) as unknown as PostgresPoolClient['query'],
    release: () => client.release(),
  }
}
