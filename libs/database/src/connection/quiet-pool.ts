import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type { Pool, PoolClient } from 'pg'
import { databaseError } from './database-error.js'

/** The pool as Kysely uses it, with errors that say nothing of the values sent. */
export function quietPool(pool: Pool): PostgresPool {
  return {
    connect: async () => {
      try {
        return quietClient(await pool.connect())
      } catch (error) {
        throw databaseError(error)
      }
    },
    end: () => pool.end(),
  }
}

function quietClient(client: PoolClient): PostgresPoolClient {
  let broken = false
  const query = async (text: string, values: unknown[]) => {
    try {
      return await client.query(text, values)
    } catch (error) {
      const failure = databaseError(error)
      // Its statement may still be running: nobody else should wait behind it.
      broken ||= failure.code === 'database-unavailable'
      throw failure
    }
  }
  return {
    // Kysely asks for a cursor only when results are streamed, which nothing does.
    query: query as unknown as PostgresPoolClient['query'],
    release: () => {
      client.release(broken)
    },
  }
}
