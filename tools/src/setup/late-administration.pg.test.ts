import { randomBytes } from 'node:crypto'
import { ensureKeyFile } from '@brobygger/codec'
import { connect, setUpDatabase, workerRole, type Connection } from '@brobygger/database'
import { alwaysRunning, type Administration } from '@brobygger/domain/codes'
import { chooseMasterKeys, KeyStore, keysOwnerRole, setUpKeyStore } from '@brobygger/keys'
import { Vault } from '@brobygger/vault'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type pg from 'pg'
import { startStores, type TestStores } from '../../../libs/vault/src/testing/stores.js'
import { everyLoginRole } from './every-login-role.js'
import { shareSearchKey } from './share-search-key.js'

const [YOUTH] = alwaysRunning
const HEALTH = 'health'
const running = [...alwaysRunning, HEALTH] as const
const content = { seen: 'The child is often tired' }

let stores: TestStores
let urls: { data: Record<string, string>; keys: Record<string, string> }
const open: Connection[] = []
beforeAll(async () => {
  stores = await startStores(alwaysRunning)
})
afterAll(async () => {
  await Promise.all(open.map(one => one.close()))
  await stores.stop()
})

/** Who has which right to what, and under which policy: the whole of it, as lines. */
async function rightsIn(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ line: string }>(`
    with ours as (select oid, nspname from pg_namespace where nspname in ('brobygger', 'vault', 'access_log', 'keys'))
    select concat_ws(' | ', 'policy', schemaname, tablename, policyname, permissive, cmd, qual, with_check,
        array(select unnest(roles) order by 1)) as line
      from pg_policies where schemaname in (select nspname from ours)
    union all
    select concat_ws(' | ', thing, pg_get_userbyid(grantee), privilege_type, pg_get_userbyid(grantor))
      from (
        select nspname as thing, nspacl as acl from pg_namespace where oid in (select oid from ours)
        union all select oid::regclass::text, relacl from pg_class where relnamespace in (select oid from ours)
        union all select attrelid::regclass || '.' || attname, attacl from pg_attribute
          join pg_class c on c.oid = attrelid where relnamespace in (select oid from ours)
        union all select oid::regprocedure::text, proacl from pg_proc where pronamespace in (select oid from ours)
      ) granted, aclexplode(acl)
    order by 1`)
  return rows.map(({ line }) => line)
}

/** Makes both databases what they were before health and employment could run. */
async function forgetLaterAdministrations(): Promise<void> {
  for (const [pool, of, table] of [
    [stores.admin.data, ['', 'worker_', 'vault_', 'eraser_'], 'brobygger.kysely_migration'],
    [stores.admin.keys, ['worker_', 'vault_'], 'public.kysely_migration'],
  ] as const) {
    for (const code of ['health', 'employment']) {
      await pool.query(`drop owned by ${of.map(name => `bro_${name}${code}`).join(', ')}`)
    }
    await pool.query(`delete from ${table} where name like '%-health-and-employment'`)
  }
}

async function setUp(): Promise<void> {
  const { adminUrl } = stores.server
  const passwords = Object.fromEntries(
    everyLoginRole(running).map(role => [
      role,
      stores.server.passwords[role] ?? randomBytes(9).toString('hex'),
    ]),
  )
  expect(Object.keys(passwords)).toContain(keysOwnerRole)
  await ensureKeyFile({ path: stores.keysFile, administrations: running, contracts: [] })
  urls = {
    data: (await setUpDatabase({ adminUrl, passwords, running })).urls,
    keys: (await setUpKeyStore({ adminUrl, passwords, running })).urls,
  }
}

/** The worker of an administration, with its part of both databases. */
function workerOf(administration: Administration) {
  const connectTo = (addresses: Record<string, string>) => {
    const connection = connect({ url: addresses[workerRole(administration)] ?? '', max: 1 })
    open.push(connection)
    return connection.pool
  }
  const masters = chooseMasterKeys({ MASTER_KEYS: 'file', KEYS_FILE: stores.keysFile }, [administration])
  const keys = new KeyStore({ administration, db: connectTo(urls.keys), masters, running })
  return { keys, vault: new Vault({ stores: [{ db: connectTo(urls.data), keys }], format1: stores.ring }) }
}

describe('an administration that runs later', () => {
  it('gets in both databases what it would have had from the beginning, and the others keep what they have', async () => {
    const before = [await rightsIn(stores.admin.data), await rightsIn(stores.admin.keys)]
    await forgetLaterAdministrations()
    const without = [await rightsIn(stores.admin.data), await rightsIn(stores.admin.keys)]
    expect(without.flat().filter(line => line.includes('health'))).toEqual([])
    await setUp()
    expect([await rightsIn(stores.admin.data), await rightsIn(stores.admin.keys)]).toEqual(before)
    expect(before.flat().filter(line => line.includes('health')).length).toBeGreaterThan(50)
  })

  it('finds persons by the same key as the others, which it cannot make for itself', async () => {
    const key = await workerOf(YOUTH).keys.searchKey()
    await expect(workerOf(HEALTH).keys.searchKey()).resolves.toBeDefined()
    expect((await workerOf(HEALTH).keys.searchKey()).equals(key)).toBe(true)

    await stores.admin.keys.query('delete from keys.search_keys where administration = $1', [HEALTH])
    await expect(workerOf(HEALTH).keys.searchKey()).rejects.toMatchObject({ code: 'keys-refused' })
    const sharing = {
      urls: urls.keys,
      running,
      masterKeys: { MASTER_KEYS: 'file', KEYS_FILE: stores.keysFile },
    } as const
    await shareSearchKey(sharing)
    await shareSearchKey(sharing)
    expect((await workerOf(HEALTH).keys.searchKey()).equals(key)).toBe(true)
  })

  it('writes and reads its own texts, and none of another', async () => {
    const text = { practice: false, purpose: 'note', content }
    const [mine, theirs] = [workerOf(HEALTH).vault, workerOf(YOUTH).vault]
    const own = await mine.put({ ...text, administration: HEALTH, caseId: 'hea00001' })
    const foreign = await theirs.put({ ...text, administration: YOUTH, caseId: 'hea00002' })
    const read = await mine.getMany([own, foreign], { as: [HEALTH] })
    expect([...read.keys()]).toEqual([own])
    expect((await theirs.getMany([own, foreign], { as: [YOUTH] })).has(own)).toBe(false)
  })

  it('cannot log in any more once it does not run, and what it wrote stays', async () => {
    const { adminUrl, passwords } = stores.server
    await setUpDatabase({ adminUrl, passwords, running: alwaysRunning })
    const late = connect({ url: urls.data[workerRole(HEALTH)] ?? '', max: 1 })
    await expect(late.pool.query('select 1')).rejects.toMatchObject({ code: expect.stringMatching(/^28/) })
    await late.close()
    const { rows } = await stores.admin.data.query('select from vault.texts where administration = $1', [
      HEALTH,
    ])
    expect(rows).toHaveLength(1)
  })
})
