import { appendFile, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { apiRole } from '../../../database/src/setup/roles.js'
import { AccessLog } from '../access-log.js'
import { anEntry } from '../testing/entries.js'
import { SealedLog } from '../testing/sealed-log.js'

let sealed: SealedLog

beforeAll(async () => {
  sealed = await SealedLog.start()
})
beforeEach(() => sealed.clear())
afterAll(() => sealed.stop())

const blocksIn = async () =>
  (
    await sealed.superuser.query<{ number: string; lines: number }>(
      'select number, lines from access_log.blocks',
    )
  ).rows

describe('the sealer', () => {
  it('takes each line once, whatever order the transactions commit in', async () => {
    const sealer = await sealed.sealer()
    const [slow, quick] = [await sealed.connect(apiRole), await sealed.connect(apiRole)]
    await slow.query('begin')
    await new AccessLog({ db: slow }).write([anEntry({ action: 'slow' })])
    await new AccessLog({ db: quick }).write([anEntry({ action: 'quick' })])
    // The slow one has the lower number and may still commit: nothing above it can be sealed yet.
    expect(await sealer.seal()).toBe('nothing')
    expect(await sealer.lag()).toBeGreaterThan(0)
    await slow.query('commit')
    expect(await sealer.seal()).toMatchObject({ block: { number: 1, lines: 2 }, full: false })
    expect(await sealer.seal()).toBe('nothing')
    expect(await sealer.lag()).toBe(0)
    expect(await sealed.verify()).toMatchObject({ lines: 2, unsealed: 0, found: [] })
  })

  it('leaves no gap when transactions are rolled back, and none under load', async () => {
    const sealer = await sealed.sealer()
    const { pool } = sealed.server.as(apiRole)
    const writing = Array.from({ length: 60 }, async (_, i) => {
      const client = await pool.connect()
      await client.query('begin')
      await new AccessLog({ db: client }).write([anEntry(), anEntry()])
      await client.query(i % 3 === 0 ? 'rollback' : 'commit')
      client.release()
    })
    const sealing = (async () => {
      for (let i = 0; i < 30; i++) await sealer.seal()
    })()
    await Promise.all([...writing, sealing])
    await sealer.seal()
    expect(await sealed.verify()).toMatchObject({ lines: 80, unsealed: 0, found: [] })
  })

  it('publishes each head outside the database, also the one that a crash kept back', async () => {
    const sealer = await sealed.sealer()
    await sealed.log.write([anEntry()])
    await sealer.seal()
    await sealed.log.write([anEntry()])
    await sealer.seal()
    // As after a crash in the middle of writing the second head.
    const [first = '', second = ''] = (await readFile(sealed.headsPath, 'utf8')).split('\n')
    await writeFile(sealed.headsPath, `${first}\n${second.slice(0, 20)}`)
    const after = await restarted()
    expect(await after.seal()).toBe('nothing')
    expect((await readFile(sealed.headsPath, 'utf8')).split('\n')).toEqual([
      first,
      second.slice(0, 20),
      second,
      '',
    ])
    expect((await sealed.verify()).found).toEqual([])
  })

  /** The first connection has to go before another sealer gets the lock. */
  async function restarted() {
    await sealed.superuser.query(
      `select pg_terminate_backend(pid, 5000) from pg_stat_activity where usename = 'bro_log_sealer'`,
    )
    for (;;) {
      const next = await sealed.sealer()
      if ((await next.seal()) !== 'standby') return next
    }
  }

  it('seals alone: a second one stands by, and takes over when the first is gone', async () => {
    const first = await sealed.sealer()
    await sealed.log.write([anEntry()])
    await first.seal()
    const second = await sealed.sealer()
    await sealed.log.write([anEntry()])
    expect(await second.seal()).toBe('standby')
    const third = await restarted()
    await third.seal()
    expect(await blocksIn()).toEqual(
      [
        { number: 1, lines: 1 },
        { number: 2, lines: 1 },
      ].map(row => ({ ...row, number: String(row.number) })),
    )
  })

  it.each([
    ['the file with the heads is gone', () => rm(sealed.headsPath), 'heads-missing'],
    ['the heads were cut off', () => truncate(sealed.headsPath, 0), 'heads-differ'],
    [
      'a head was put in',
      () =>
        appendFile(
          sealed.headsPath,
          `${JSON.stringify({ block: 3, hash: 'a'.repeat(64), lines: 1, at: '2027-01-11T10:00:00.000Z' })}\n`,
        ),
      'heads-differ',
    ],
    [
      'the last block was deleted',
      () => sealed.superuser.query('delete from access_log.blocks where number = 2'),
      'heads-differ',
    ],
  ])('seals nothing on when %s', async (_, tamper, code) => {
    const sealer = await sealed.sealer()
    for (let i = 0; i < 2; i++) {
      await sealed.log.write([anEntry()])
      await sealer.seal()
    }
    await tamper()
    await sealed.log.write([anEntry()])
    await expect(restarted()).rejects.toMatchObject({ code })
    expect((await sealed.verify()).found).not.toEqual([])
  })

  it('seals nothing when the database was restored into a server that counts anew', async () => {
    await sealed.superuser.query(`insert into access_log.blocks values
      (1, '0', '999999999', 1, '\\x00', now(), '\\x00', '\\x00')`)
    await sealed.heads.append({ block: 1, hash: '00'.repeat(32), lines: 1, at: '2027-01-11T10:00:00.000Z' })
    await sealed.superuser.query(`update access_log.blocks set hash = decode(repeat('00', 32), 'hex')`)
    await expect((await sealed.sealer()).seal()).rejects.toMatchObject({ code: 'transactions-went-back' })
  })
})
