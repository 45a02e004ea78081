import { afterAll, beforeAll } from '@jest/globals'
import { Connection } from '@temporalio/client'
import pg from 'pg'

/** What a test sees of the system behind the API: its engine, and its database as nobody else sees it. */
export interface Inside {
  readonly connection: Connection
  readonly database: pg.Client
}

const environment = (name: string): string => process.env[name] ?? ''

/** Looks inside from before the tests of a file until after them. */
export function lookInside(): Inside {
  let inside: Inside | undefined
  const opened = (): Inside => {
    if (inside === undefined) throw new Error('nothing is seen before the tests begin')
    return inside
  }
  beforeAll(async () => {
    const url = new URL(environment('BRO_TEST_ADMIN_URL'))
    url.pathname = '/brobygger'
    const database = new pg.Client({ connectionString: url.toString() })
    await database.connect()
    const address = environment('BRO_TEST_TEMPORAL_ADDRESS')
    inside = { connection: await Connection.connect({ address }), database }
  })
  afterAll(async () => {
    await inside?.connection.close()
    await inside?.database.end()
  })
  return {
    get connection() {
      return opened().connection
    },
    get database() {
      return opened().database
    },
  }
}
