import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { record } from '../../database/src/record/record.js'
import {
  apiRole,
  logReaderRole,
  loginRolesOf,
  logSealerRole,
  ownerRole,
  workerRole,
} from '../../database/src/setup/roles.js'
import { startServer, type TestServer } from '../../database/src/testing/server.js'
import { wholeChain } from '../../database/src/testing/whole-chain.js'
import { AccessLog } from './access-log.js'
import { anEntry } from './testing/entries.js'

let server: TestServer
let log: AccessLog

beforeAll(async () => {
  server = await startServer()
  log = new AccessLog({ db: server.as(apiRole).pool })
})
afterAll(() => server.stop())

const rowsAs = async (role: string, text: string) =>
  (await server.as(role).pool.query(text)).rows as unknown[]

describe('an access', () => {
  it('stands in the log with who, what, which cases, why and on what basis', async () => {
    const entry = anEntry({ cases: ['k7qm4d2x9a', 'aaaaaaaa2b'], reason: 'v_0abc' })
    await log.write([
      entry,
      anEntry({ actor: null, outcome: 'refused', refusal: 'person-missing', via: 'none' }),
    ])
    const rows = await rowsAs(
      logReaderRole,
      `select request_id::text as "requestId", actor, roles::text[], administration, action, outcome, refusal,
        cases::text[], process, purpose, basis, fields::text[], reason, practice, assurance, via
        from access_log.entries order by id`,
    )
    expect(rows).toEqual([entry, expect.objectContaining({ actor: null, refusal: 'person-missing' })])
  })

  it.each([
    ['a sentence as its reason', { reason: 'Mor ringede og spurgte' }],
    ['a name as its actor', { actor: 'Anna Jensen' }],
    // No CPR number: there is no 99th day.
    ['a civil registration number among its fields', { fields: ['990190-1234'] }],
    ['a query string as its action', { action: 'listCases?q=Jensen' }],
  ])('with %s is refused before it is sent', async (_, changes) => {
    const writing = log.write([anEntry(changes)])
    await expect(writing).rejects.toMatchObject({ code: 'log-refused' })
    await expect(writing).rejects.not.toThrow(/Mor|Jensen|990190/)
  })

  it.each([
    ['reason', "'Mor ringede'"],
    ['action', "'see Anna'"],
    ['fields', "array['990190-1234']"],
    ['cases', "array['Anna Jensen']"],
  ])('with a sentence or number as %s is refused by the table, too', async (column, value) => {
    const values: Record<string, string> = {
      request_id: 'gen_random_uuid()',
      roles: "'{}'",
      action: "'getCase'",
      outcome: "'allowed'",
      cases: "'{}'",
      purpose: "'caseWork'",
      basis: "'part'",
      fields: "'{}'",
      practice: 'false',
      via: "'session'",
      [column]: value,
    }
    const insert = `insert into access_log.entries (${Object.keys(values).join()}) values (${Object.values(values).join()})`
    await expect(server.as(apiRole).pool.query(insert)).rejects.toMatchObject({ code: '23514' })
  })

  it('says that it could not be written when the database is gone', async () => {
    const pool = new pg.Pool({ connectionString: 'postgres://bro_api:none@127.0.0.1:1/brobygger' })
    await expect(new AccessLog({ db: pool }).write([anEntry()])).rejects.toMatchObject({
      code: 'log-unavailable',
    })
    await pool.end()
  })
})

const services = [workerRole('children-and-youth'), workerRole('social-services'), apiRole]
const tables = [
  ['entries', 'actor'],
  ['blocks', 'lines'],
  ['reviews', 'verdict'],
] as const
const refused = { code: '42501' }

describe('the tables of the log', () => {
  it.each(services.flatMap(role => tables.map(table => [role, ...table] as const)))(
    'let %s read, change, delete or empty nothing of %s',
    async (role, table, column) => {
      const { pool } = server.as(role)
      for (const statement of [
        `select from access_log.${table}`,
        `update access_log.${table} set ${column} = null`,
        `delete from access_log.${table}`,
        `truncate access_log.${table}`,
        `copy access_log.${table} to stdout`,
      ]) {
        await expect(pool.query(statement)).rejects.toMatchObject(refused)
      }
    },
  )

  it.each(services)('let %s choose neither number, transaction nor moment of a line', async role => {
    const { pool } = server.as(role)
    for (const [column, value] of [
      ['id', '1'],
      ['txid', "'1'"],
      ['at', "'2020-01-01'"],
    ] as const) {
      await expect(
        pool.query(`insert into access_log.entries (${column}) overriding system value values (${value})`),
      ).rejects.toMatchObject(refused)
    }
  })

  it.each([logSealerRole, logReaderRole])('let %s neither add nor change nor delete a line', async role => {
    const { pool } = server.as(role)
    for (const statement of [
      `insert into access_log.entries (actor) values ('x')`,
      'update access_log.entries set actor = null',
      'delete from access_log.entries',
      'truncate access_log.entries',
      'update access_log.blocks set lines = 2',
      'delete from access_log.blocks',
      'truncate access_log.blocks',
      'update access_log.reviews set entry = 2',
      'delete from access_log.reviews',
      'truncate access_log.reviews',
    ]) {
      await expect(pool.query(statement)).rejects.toMatchObject(refused)
    }
  })

  it('let the reader seal nothing, and the sealer review nothing', async () => {
    await expect(
      server.as(logReaderRole).pool.query('insert into access_log.blocks (number) values (1)'),
    ).rejects.toMatchObject(refused)
    await expect(server.as(logSealerRole).pool.query('select from access_log.reviews')).rejects.toMatchObject(
      refused,
    )
  })

  it('let sealer and reader see nothing but the log', async () => {
    for (const role of [logSealerRole, logReaderRole]) {
      const rows = await rowsAs(
        role,
        `select table_schema || '.' || table_name as name from information_schema.role_table_grants
          where grantee in (current_user, 'PUBLIC')
            and table_schema not in ('pg_catalog', 'information_schema', 'access_log')`,
      )
      expect(rows).toEqual([])
      await expect(server.as(role).pool.query('select from brobygger.cases')).rejects.toMatchObject(refused)
    }
  })

  it('show the owner no line: row security is forced', async () => {
    const owner = new pg.Client({ connectionString: server.urlOf(ownerRole) })
    await owner.connect()
    expect((await owner.query('select from access_log.entries')).rowCount).toBe(0)
    expect((await owner.query('delete from access_log.entries')).rowCount).toBe(0)
    await owner.end()
    expect(loginRolesOf([])).toEqual(expect.arrayContaining([logSealerRole, logReaderRole]))
  })
})

describe('a disclosure to another administration', () => {
  it('is logged by the database with its event, and only once', async () => {
    const chain = wholeChain('q8rn5e3y')
    for (const events of [...chain.batches, ...chain.batches]) {
      const role = workerRole(events[0]?.administration ?? 'children-and-youth')
      await record(server.as(role).db, { events, ledger: null })
    }
    const events = chain.batches.flat()
    const offers = events.filter(({ body }) => body.type === 'offerMade')
    const reports = events.filter(
      ({ body, process }) => body.type === 'helpReported' && body.report.offer === process,
    )
    expect(offers.length).toBeGreaterThan(0)
    const rows = await rowsAs(
      logReaderRole,
      `select action, administration, process, purpose, basis, cases::text[], via from access_log.entries
        where 'q8rn5e3y' = any (cases) order by id`,
    )
    expect(rows).toHaveLength(offers.length + reports.length)
    expect(rows[0]).toEqual({
      action: 'offerMade',
      administration: 'children-and-youth',
      process: offers[0]?.process,
      purpose: 'referral',
      basis: 'consent',
      cases: ['q8rn5e3y'],
      via: 'process',
    })
  })

  it('cannot be logged in the name of another administration', async () => {
    const social = new AccessLog({ db: server.as(workerRole('social-services')).pool })
    await expect(social.write([anEntry()])).rejects.toMatchObject({ code: 'log-refused', detail: '42501' })
  })
})
