import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { record } from '../record/record.js'
import { apiRole, ownerRole } from '../setup/roles.js'
import { raisedCase } from '../testing/events.js'
import { startServer, type TestServer } from '../testing/server.js'
import { wholeChain } from '../testing/whole-chain.js'
import { compareSchemas } from './compare-schemas.js'
import { rebuild } from './rebuild.js'

let server: TestServer
let ownerUrl: string

beforeAll(async () => {
  server = await startServer()
  ownerUrl = server.urlOf(ownerRole)
})
afterAll(() => server.stop())

describe('rebuilding the read model', () => {
  it('gives equal tables from the event log alone', async () => {
    const { db, pool } = server.as(apiRole)
    const chains = ['aaaaaaaa', 'bbbbbbbb', 'cccccccc'].map(wholeChain)
    for (const { batches } of chains) for (const events of batches) await record(db, { events, ledger: null })
    await record(db, { events: raisedCase({ caseId: 'dddddddd', practice: true }).events, ledger: null })

    const { rowCount } = await pool.query('select from brobygger.events')
    expect(await rebuild({ ownerUrl, schema: 'rebuilt' })).toEqual({ events: rowCount })
    expect(await compareSchemas({ ownerUrl, first: 'brobygger', second: 'rebuilt' })).toEqual([])
  })

  it('shows by table what differs', async () => {
    const { pool } = server.as(apiRole)
    await pool.query(`update brobygger.tasks set person = 'nobody' where id = 'concern-dddddddd.1'`)
    expect(await compareSchemas({ ownerUrl, first: 'brobygger', second: 'rebuilt' })).toEqual([
      { table: 'tasks', onlyInFirst: 1, onlyInSecond: 1 },
    ])
  })

  it('refuses a schema that is in use', async () => {
    await expect(rebuild({ ownerUrl, schema: 'rebuilt' })).rejects.toMatchObject({ code: 'schema-not-empty' })
    await expect(rebuild({ ownerUrl, schema: 'brobygger' })).rejects.toMatchObject({
      code: 'schema-not-empty',
    })
  })

  it('takes no schema name that is more than a name', async () => {
    await expect(rebuild({ ownerUrl, schema: 'x; drop schema vault' })).rejects.toThrow('schema name')
  })

  it('fills tables that row security guards as well', async () => {
    const { rows } = await server.as(apiRole).pool.query(
      `select count(*)::int as unguarded from pg_class where relnamespace = 'rebuilt'::regnamespace
        and relkind = 'r' and relname not like 'kysely%' and not (relrowsecurity and relforcerowsecurity)`,
    )
    expect(rows).toEqual([{ unguarded: 0 }])
  })
})
