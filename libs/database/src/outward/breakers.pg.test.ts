import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import type { Connection } from '../connection/connect.js'
import { apiRole, workerRole } from '../setup/roles.js'
import { startServer, type TestServer } from '../testing/server.js'
import { failingSystems, mayCall, noteFailure, noteSuccess, unaskedSystems } from './breakers.js'

let server: TestServer
let one: Connection
let other: Connection
let api: Connection
let admin: pg.Client
beforeAll(async () => {
  server = await startServer()
  one = server.as(workerRole('children-and-youth'))
  other = server.as(workerRole('social-services'))
  api = server.as(apiRole)
  const url = new URL(server.adminUrl)
  url.pathname = new URL(server.urlOf(apiRole)).pathname
  admin = new pg.Client({ connectionString: url.href })
  await admin.connect()
})
afterAll(async () => {
  await admin.end()
  await server.stop()
})
beforeEach(() => admin.query('delete from brobygger.breakers'))

const system = 'digitalPost'
const fail = (times: number, retryAfterMs?: number) =>
  Array.from({ length: times }).reduce<Promise<void>>(
    before =>
      before.then(() =>
        noteFailure(one.db, {
          system,
          reason: 'timeout',
          ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
        }),
      ),
    Promise.resolve(),
  )
/** Lets the wait pass. */
const pass = () => admin.query('update brobygger.breakers set next_try_at = now()')

describe('a system outside', () => {
  it('is asked freely while it answers', async () => {
    expect(await mayCall(one.db, system)).toEqual({ may: 'ask' })
  })

  it('may fail twice before anybody waits', async () => {
    await fail(2)
    expect(await mayCall(other.db, system)).toEqual({ may: 'try' })
  })

  it('is left alone by every worker when it fails again, longer each time, and never more than a minute', async () => {
    const waits: number[] = []
    for (let n = 0; n < 12; n++) {
      await fail(n === 0 ? 3 : 1)
      const permission = await mayCall(other.db, system)
      waits.push(permission.may === 'wait' ? Math.round(permission.waitMs / 1_000) : 0)
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60, 60, 60, 60])
  })

  it('is left alone for as long as it asks', async () => {
    await fail(1, 120_000)
    const permission = await mayCall(other.db, system)
    expect(permission).toMatchObject({ may: 'wait' })
    expect(permission.may === 'wait' ? permission.waitMs : 0).toBeGreaterThan(115_000)
  })

  it('is tried by one of many when the wait is over, and open to all when that one gets an answer', async () => {
    await fail(3)
    await pass()
    const all = await Promise.all([one, other, one, other].map(({ db }) => mayCall(db, system)))
    expect(all.filter(({ may }) => may === 'try')).toHaveLength(1)
    await noteSuccess(other.db, system)
    expect(await mayCall(one.db, system)).toEqual({ may: 'ask' })
  })

  it('shows to operations since when it fails, why, and when it is tried again', async () => {
    await fail(4)
    const [failing] = await failingSystems(api.db)
    expect(failing).toMatchObject({ system, failures: 4, reason: 'timeout' })
    expect(Date.parse(failing?.nextTryAt ?? '')).toBeGreaterThan(Date.parse(failing?.failingSince ?? ''))
  })

  it('that nobody has asked since it was time to is known to be asked by nobody', async () => {
    await fail(3)
    expect(await unaskedSystems(other.db)).toEqual([])
    await pass()
    expect(await unaskedSystems(other.db)).toEqual([])
    await admin.query("update brobygger.breakers set next_try_at = now() - interval '4 seconds'")
    expect(await unaskedSystems(other.db)).toEqual([system])
    await mayCall(one.db, system)
    expect(await unaskedSystems(other.db)).toEqual([])
  })

  it('that fails closes no other', async () => {
    await fail(5)
    expect(await mayCall(one.db, 'email')).toEqual({ may: 'ask' })
  })
})
