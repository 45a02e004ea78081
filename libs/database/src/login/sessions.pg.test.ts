import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import type { Connection } from '../connection/connect.js'
import { apiRole, workerRole } from '../setup/roles.js'
import { startServer, type TestServer } from '../testing/server.js'
import { ATTEMPT_LONGEST, beginAttempt, takeAttempt } from './attempts.js'
import { beginSession, endSession, SESSION_IDLE, SESSION_LONGEST, useSession } from './sessions.js'

let server: TestServer
let api: Connection
let admin: pg.Client

beforeAll(async () => {
  server = await startServer()
  api = server.as(apiRole)
  const url = new URL(server.urlOf(apiRole))
  const superuser = new URL(server.adminUrl)
  superuser.pathname = url.pathname
  admin = new pg.Client({ connectionString: superuser.href })
  await admin.connect()
})
afterAll(async () => {
  await admin.end()
  await server.stop()
})

const anna = { person: 'sw-anna', assurance: 'substantial' } as const
const begin = (id: string, before: string | null = null) => beginSession(api.db, { ...anna, id, before })
/** Lets time pass for one row. */
const age = (table: string, id: string, column: string, seconds: number) =>
  admin.query(`update brobygger.${table} set ${column} = now() - make_interval(secs => $2) where id = $1`, [
    id,
    seconds,
  ])

describe('a session', () => {
  it('lets its browser in, and nobody after it has ended', async () => {
    await begin('one')
    expect(await useSession(api.db, 'one')).toEqual(anna)
    await endSession(api.db, 'one')
    expect(await useSession(api.db, 'one')).toBeUndefined()
  })

  it('ends half an hour after its last use', async () => {
    await begin('idle')
    await age('sessions', 'idle', 'seen_at', SESSION_IDLE - 5)
    expect(await useSession(api.db, 'idle')).toEqual(anna)
    // That was a use: half an hour begins anew.
    await age('sessions', 'idle', 'began_at', SESSION_IDLE + 5)
    expect(await useSession(api.db, 'idle')).toEqual(anna)
    await age('sessions', 'idle', 'seen_at', SESSION_IDLE + 1)
    expect(await useSession(api.db, 'idle')).toBeUndefined()
  })

  it('ends after a working day, however much it is used', async () => {
    await begin('long')
    await age('sessions', 'long', 'began_at', SESSION_LONGEST + 1)
    expect(await useSession(api.db, 'long')).toBeUndefined()
  })

  it('ends when the same browser logs in again, and leaves no rows that have run out', async () => {
    await begin('first')
    await begin('other')
    await age('sessions', 'other', 'seen_at', SESSION_IDLE + 1)
    await begin('second', 'first')
    expect(await useSession(api.db, 'first')).toBeUndefined()
    expect(await useSession(api.db, 'second')).toEqual(anna)
    const { rows } = await admin.query(`select id from brobygger.sessions where id in ('first', 'other')`)
    expect(rows).toEqual([])
  })

  it('is known to the API alone', async () => {
    const worker = server.as(workerRole('social-services'))
    await expect(worker.pool.query('select from brobygger.sessions')).rejects.toMatchObject({ code: '42501' })
  })
})

describe('a login under way', () => {
  const attempt = { nonce: 'n', verifier: 'v', returnTo: '/api/docs' }

  it('comes back once', async () => {
    await beginAttempt(api.db, { id: 'a', ...attempt })
    expect(await takeAttempt(api.db, 'a')).toEqual(attempt)
    expect(await takeAttempt(api.db, 'a')).toBeUndefined()
  })

  it('comes back in ten minutes or not at all', async () => {
    await beginAttempt(api.db, { id: 'late', ...attempt })
    await age('login_attempts', 'late', 'began_at', ATTEMPT_LONGEST + 1)
    expect(await takeAttempt(api.db, 'late')).toBeUndefined()
  })
})
