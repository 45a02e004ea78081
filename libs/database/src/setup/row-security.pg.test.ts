import { administrations } from '@brobygger/domain/codes'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import type { Connection } from '../connection/connect.js'
import { record } from '../record/record.js'
import { keyColumns, readModelTables } from '../tables/database.js'
import { startServer, type TestServer } from '../testing/server.js'
import { wholeChain } from '../testing/whole-chain.js'
import { apiRole, groupRoles, loginRolesOf, ownerRole, vaultRole, workerRole } from './roles.js'
import { setUpDatabase } from './set-up-database.js'

const running = administrations.codes
const chain = wholeChain('k7qm4d2x')
let server: TestServer
let youth: Connection
let social: Connection
let api: Connection

beforeAll(async () => {
  server = await startServer()
  youth = server.as(workerRole('children-and-youth'))
  social = server.as(workerRole('social-services'))
  api = server.as(apiRole)
  for (const events of chain.batches) {
    const { db } = events[0]?.administration === 'social-services' ? social : youth
    await record(db, { events, ledger: null })
  }
  for (const code of administrations.codes) {
    await server.as(vaultRole(code)).pool.query(`
    insert into vault.texts (ref, administration, case_id, practice, purpose, format, key_id, iv, ciphertext, tag)
    values ('v_${code}', '${code}', 'k7qm4d2x', false, 'note', 1, 'k', '\\x00', '\\x00', '\\x00')`)
  }
})
afterAll(() => server.stop())

const protectedTables = [
  ...[
    ...readModelTables,
    'events',
    'ledgers',
    'voided_events',
    'erasures',
    'registry_inbox',
    'registry_deliveries',
    'absence_feed',
    'absence_seen',
    'absence_lines',
    'absence_told',
  ].map(name => `brobygger.${name}`),
  'vault.texts',
  'vault.drafts',
  'vault.shares',
  'vault.persons',
]

async function administrationsSeen(connection: Connection, table: string): Promise<string[]> {
  const { rows } = await connection.pool.query<{ administration: string }>(
    `select distinct administration from ${table} order by 1`,
  )
  return rows.map(row => row.administration)
}

describe('an administration', () => {
  it.each(protectedTables)('sees only its own rows of %s', async table => {
    expect((await administrationsSeen(youth, table)).filter(code => code !== 'children-and-youth')).toEqual(
      [],
    )
    expect((await administrationsSeen(social, table)).filter(code => code !== 'social-services')).toEqual([])
  })

  it('sees its tasks, and the API those of both', async () => {
    expect(await administrationsSeen(youth, 'brobygger.tasks')).toEqual(['children-and-youth'])
    expect(await administrationsSeen(social, 'brobygger.tasks')).toEqual(['social-services'])
    expect(await administrationsSeen(api, 'brobygger.tasks')).toEqual([
      'children-and-youth',
      'social-services',
    ])
    expect(await administrationsSeen(social, 'vault.texts')).toEqual(['social-services'])
  })

  it('opens its part of the vault with its own role, the API with one for each and none for both', async () => {
    for (const code of administrations.codes) {
      expect(await administrationsSeen(server.as(vaultRole(code)), 'vault.texts')).toEqual([code])
      await expect(
        server.as(vaultRole(code)).pool.query('select from brobygger.cases'),
      ).rejects.toMatchObject({
        code: '42501',
      })
    }
    for (const table of ['texts', 'drafts', 'shares', 'persons', 'person_numbers']) {
      await expect(api.pool.query(`select from vault.${table}`)).rejects.toMatchObject({ code: '42501' })
    }
  })

  it('shares only what is its own, and sees of another what that one shared', async () => {
    const share = (ref: string) => `insert into vault.shares values
      ('v_${ref}', 'children-and-youth', 'social-services', 'referral-k7qm4d2x-1')`
    await expect(social.pool.query(share('children-and-youth'))).rejects.toMatchObject({ code: '42501' })
    await expect(youth.pool.query(share('social-services'))).rejects.toMatchObject({ code: '23503' })
    await youth.pool.query(share('children-and-youth'))
    expect(await administrationsSeen(social, 'vault.texts')).toEqual([
      'children-and-youth',
      'social-services',
    ])
    expect((await social.pool.query(`update vault.texts set format = 2, wrapped_key = ''`)).rowCount).toBe(1)
    expect((await social.pool.query('delete from vault.shares')).rowCount).toBe(0)
    expect((await youth.pool.query('delete from vault.shares')).rowCount).toBe(1)
    expect(await administrationsSeen(social, 'vault.texts')).toEqual(['social-services'])
  })

  it('records nothing in the name of another', async () => {
    const events = wholeChain('zzzzzzzz').batches[0] ?? []
    await expect(record(social.db, { events, ledger: null })).rejects.toMatchObject({
      code: 'database-refused',
      state: '42501',
    })
  })

  it('changes no row of another', async () => {
    const { rowCount } = await social.pool.query(`update brobygger.cases set severity = 'more'`)
    expect(rowCount).toBe(0)
    expect((await social.pool.query('delete from vault.texts')).rowCount).toBe(1)
    expect((await youth.pool.query('select from vault.texts')).rowCount).toBe(1)
  })

  it('learns nothing from a batch that is recorded by another', async () => {
    const events = (chain.batches[0] ?? []).map(event => ({
      ...event,
      administration: 'social-services' as const,
    }))
    await expect(record(social.db, { events, ledger: null })).rejects.toMatchObject({
      code: 'record-conflict',
    })
  })
})

describe('the event log', () => {
  it.each([workerRole('children-and-youth'), workerRole('social-services'), apiRole])(
    'takes no change and no deletion from %s',
    async role => {
      const { pool } = server.as(role)
      for (const statement of [
        'update brobygger.events set seq = seq',
        'delete from brobygger.events',
        'truncate brobygger.events',
      ]) {
        await expect(pool.query(statement)).rejects.toMatchObject({ code: '42501' })
      }
    },
  )
})

describe('taking back what never came to be', () => {
  it('is done by the administrations, and open to no other role', async () => {
    const { rows } = await api.pool.query<{ rolname: string }>(
      `select rolname from pg_roles where has_function_privilege(oid, 'brobygger.void_events(text, integer)', 'execute')
        and not rolsuper and rolname like 'bro_%'
        and not exists (select from unnest($1::text[]) as team where pg_has_role(oid, team, 'member'))`,
      [groupRoles],
    )
    expect(rows).toEqual([])
  })
})

describe('the login roles', () => {
  it('are no superusers, pass by no row security, and make no roles or databases', async () => {
    const { rows } = await api.pool.query<{ rolname: string }>(
      `select rolname from pg_roles where rolname = any ($1)
        and not (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`,
      [loginRolesOf(running)],
    )
    expect(rows.map(row => row.rolname).sort()).toEqual([...loginRolesOf(running)].sort())
  })

  it('own no table, but for the owner', async () => {
    const { rows } = await api.pool.query(
      `select distinct tableowner from pg_tables where schemaname in ('brobygger', 'vault')`,
    )
    expect(rows).toEqual([{ tableowner: ownerRole }])
  })

  it('meet row security on every table with an administration, the owner too', async () => {
    const { rows } = await api.pool.query<{ name: string }>(`
      select relnamespace::regnamespace || '.' || relname as name from pg_class
      where relkind = 'r' and relrowsecurity and relforcerowsecurity and exists (
        select from pg_attribute where attrelid = pg_class.oid and attname = 'administration')`)
    const inTheirOwnWay = [
      'access_log.entries',
      'brobygger.staff_affiliations',
      'vault.person_numbers',
      'vault.protected_persons',
    ]
    expect(rows.map(row => row.name).sort()).toEqual([...protectedTables, ...inTheirOwnWay].sort())
    const owner = new pg.Client({ connectionString: server.urlOf(ownerRole) })
    await owner.connect()
    for (const table of ['brobygger.cases', 'brobygger.events', 'vault.texts']) {
      expect((await owner.query(`select from ${table}`)).rowCount).toBe(0)
    }
    await owner.end()
  })

  it('have the primary keys that the projection names', async () => {
    const { rows } = await api.pool.query<{ name: keyof typeof keyColumns; columns: string[] }>(
      `select relname as name, array(select attname::text from unnest(conkey) with ordinality as key(number, place)
          join pg_attribute on attrelid = conrelid and attnum = number order by place) as columns
        from pg_constraint join pg_class on pg_class.oid = conrelid
        where contype = 'p' and relname = any ($1) and connamespace = 'brobygger'::regnamespace`,
      [readModelTables],
    )
    expect(Object.fromEntries(rows.map(row => [row.name, row.columns]))).toEqual(keyColumns)
  })
})

describe('setting up again', () => {
  it('keeps what is there, and changes the passwords', async () => {
    const passwords = { ...server.passwords, [apiRole]: 'another p@ssword/' }
    const { urls } = await setUpDatabase({ adminUrl: server.adminUrl, passwords, running })
    const client = new pg.Client({ connectionString: urls[apiRole] ?? '' })
    await client.connect()
    expect((await client.query('select from brobygger.cases')).rowCount).toBe(1)
    await client.end()
  })

  it('wants a password for every login role', async () => {
    await expect(setUpDatabase({ adminUrl: server.adminUrl, passwords: {}, running })).rejects.toThrow(
      ownerRole,
    )
  })
})
