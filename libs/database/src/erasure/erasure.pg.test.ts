import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { caseEvent } from '@brobygger/domain/events'
import pg from 'pg'
import { compareSchemas } from '../rebuild/compare-schemas.js'
import { rebuild } from '../rebuild/rebuild.js'
import { statistics } from '../reads/statistics.js'
import { record } from '../record/record.js'
import { apiRole, eraserRole, ownerRole, workerRole } from '../setup/roles.js'
import { databaseName } from '../setup/set-up-database.js'
import { startServer, type TestServer } from '../testing/server.js'
import { wholeChain } from '../testing/whole-chain.js'
import { Eraser } from './eraser.js'
import { erasureOf, openErasure } from './erasures.js'

const [gone, kept] = ['aaaaaaaa', 'bbbbbbbb']
const process = 'erasure-cccccccc-1'
let server: TestServer

/** Every row of every table of ours that names a code, with the table's name. */
async function naming(code: string): Promise<string[]> {
  const url = new URL(server.adminUrl)
  url.pathname = `/${databaseName}`
  const client = new pg.Client({ connectionString: url.toString() })
  await client.connect()
  const { rows: tables } = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in ('brobygger', 'vault')`,
  )
  const found = []
  for (const { name } of tables) {
    const { rowCount } = await client.query(`select from ${name} as t where t::text like $1`, [`%${code}%`])
    if (rowCount !== 0) found.push(name)
  }
  await client.end()
  return found
}

beforeAll(async () => {
  server = await startServer()
  const { db } = server.as(apiRole)
  for (const { batches } of [gone, kept].map(wholeChain)) {
    for (const events of batches) await record(db, { events, ledger: null })
  }
  const of = { process, administration: 'children-and-youth', practice: false, caseId: gone } as const
  expect(await openErasure(db, of)).toBe(process)
  expect(await openErasure(db, { ...of, process: 'erasure-dddddddd-1' })).toBe(process)
})
afterAll(() => server.stop())

const eraser = () => new Eraser(server.as(eraserRole('children-and-youth')).db)

describe('an eraser', () => {
  it('can do nothing but call the functions of an erasure', async () => {
    const { pool } = server.as(eraserRole('children-and-youth'))
    for (const statement of [
      'select from brobygger.events',
      'update brobygger.events set seq = seq',
      'delete from brobygger.cases',
      'select from brobygger.erasures',
      'select from vault.texts',
    ]) {
      await expect(pool.query(statement)).rejects.toMatchObject({ code: '42501' })
    }
  })

  it('is refused the other administration’s erasures, and those that are not there', async () => {
    const other = new Eraser(server.as(eraserRole('social-services')).db)
    await expect(other.eraseLog({ process })).rejects.toMatchObject({ state: '42501' })
    await expect(eraser().eraseLog({ process: 'erasure-00000000-1' })).rejects.toMatchObject({
      state: '42501',
    })
  })

  it.each([apiRole, workerRole('children-and-youth'), ownerRole])('is not %s', async role => {
    const { pool } = server.as(role)
    await expect(pool.query('select brobygger.erase_log($1)', [process])).rejects.toMatchObject({
      code: '42501',
    })
  })
})

describe('a case that is erased in the log', () => {
  it('is counted as it was, and in its administration nothing names it any more', async () => {
    const { db } = server.as(apiRole)
    const before = await statistics(db, { practice: false })
    const events = await eraser().eraseLog({ process })
    expect(events).toBeGreaterThan(10)
    expect(await eraser().eraseLog({ process })).toBe(events)
    expect(await statistics(db, { practice: false })).toEqual(before)
    const { rows } = await server
      .as(workerRole('children-and-youth'))
      .pool.query<{ n: number }>(
        `select count(*)::int as n from brobygger.events where events::text like '%${gone}%'`,
      )
    expect(rows).toEqual([{ n: 0 }])
  })

  it('has months for dates, and neither staff nor texts; every event is still one', async () => {
    const { rows } = await server.as(workerRole('children-and-youth')).pool.query<{ row: object }>(
      `select jsonb_build_object('process', process, 'seq', seq, 'caseId', case_id, 'administration', administration,
         'practice', practice, 'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'by', "by",
         'body', body) as row
       from brobygger.events where case_id like 'x\\_%' order by position`,
    )
    expect(rows.length).toBeGreaterThan(10)
    for (const { row } of rows) expect(caseEvent.safeParse(row).error).toBeUndefined()
    const said = JSON.stringify(rows)
    expect(said).not.toMatch(/\d{4}-\d{2}-(?!01)\d{2}/)
    expect(said).not.toMatch(/sw-anna|tl-eva|fc-karl/)
    expect(said).not.toMatch(/"v_(?!erased")/)
    expect(said).not.toMatch(/101001/)
  })

  it('is in no table of the read model, and a rebuild gives the same', async () => {
    const ownerUrl = server.urlOf(ownerRole)
    await rebuild({ ownerUrl, schema: 'rebuilt' })
    expect(await compareSchemas({ ownerUrl, first: 'brobygger', second: 'rebuilt' })).toEqual([])
    const { rowCount } = await server
      .as(workerRole('children-and-youth'))
      .pool.query(`select from brobygger.cases where id = $1`, [kept])
    expect(rowCount).toBe(1)
  })

  it('is known to nobody once the mapping is destroyed', async () => {
    await eraser().end({ process })
    const social = {
      process: 'erasure-cccccccc-2',
      administration: 'social-services',
      practice: false,
    } as const
    await openErasure(server.as(apiRole).db, { ...social, caseId: gone })
    const other = new Eraser(server.as(eraserRole('social-services')).db)
    await other.eraseLog(social)
    const { rows } = await server
      .as(workerRole('social-services'))
      .pool.query<{ body: object }>(
        `select body from brobygger.events where case_id like 'x\\_%' and type in ('caseNumberAssigned', 'taskCompleted')`,
      )
    expect(rows.map(({ body }) => body)).toContainEqual(expect.objectContaining({ caseNumber: 'erased' }))
    expect(JSON.stringify(rows)).not.toContain('2027-0001')
    await other.end(social)
    expect(await erasureOf(server.as(apiRole).db, { process })).toMatchObject({ caseId: null })
    expect(await naming(gone)).toEqual([])
    expect(await naming(kept)).toContain('brobygger.events')
  })
})
