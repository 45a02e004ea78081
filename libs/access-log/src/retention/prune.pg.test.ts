import { afterAll, afterEach, beforeEach, beforeAll, describe, expect, it, jest } from '@jest/globals'
import type pg from 'pg'
import { ownerRole } from '../../../database/src/setup/roles.js'
import type { Sealer } from '../seal/sealer.js'
import { anEntry } from '../testing/entries.js'
import { SealedLog } from '../testing/sealed-log.js'
import { pruneLog } from './prune.js'

const YEAR = 365 * 86_400_000
const BEFORE = new Date(Date.now() - 5 * YEAR).toISOString()

let sealed: SealedLog
let owner: pg.Client
let sealer: Sealer

beforeAll(async () => {
  sealed = await SealedLog.start()
  owner = await sealed.connect(ownerRole)
})
afterAll(() => sealed.stop())

/** Blocks of two lines each, sealed so many years ago. */
beforeEach(async () => {
  await sealed.clear()
  sealer = await sealed.sealer()
  for (const years of [7, 6, 3, 0]) await block(years)
})
afterEach(() => {
  jest.restoreAllMocks()
})

async function block(years: number): Promise<void> {
  await sealed.log.write([anEntry(), anEntry({ actor: 'sw-bo' })])
  await sealed.superuser.query(
    `update access_log.entries set at = at - make_interval(days => $1)
      where txid >= coalesce((select max(to_txid) from access_log.blocks), '0'::xid8)`,
    [years * 365],
  )
  const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now() - years * YEAR)
  await sealer.seal()
  clock.mockRestore()
}

const prune = (before = BEFORE) => pruneLog({ db: owner, heads: sealed.heads, before })
const lines = async () =>
  (await sealed.superuser.query<{ n: number }>('select count(*)::int as n from access_log.entries')).rows[0]
    ?.n

describe('lines that were kept as long as the rule says', () => {
  it('are taken out block by block, and the chain over them can still be computed', async () => {
    expect(await sealed.verify()).toMatchObject({ lines: 8, pruned: 0, found: [] })
    expect(await prune()).toEqual({ to: 2, lines: 4 })
    expect(await lines()).toBe(4)
    expect(await sealed.verify()).toMatchObject({ blocks: 4, lines: 4, pruned: 4, found: [] })
    expect(await prune()).toEqual({ to: 2, lines: 0 })
  })

  it('go on being sealed after: the chain has one beginning', async () => {
    await prune()
    await block(0)
    expect(await sealed.verify()).toMatchObject({ blocks: 5, lines: 6, pruned: 4, found: [] })
  })

  it('that a crash left there after it was published are no finding, and go the next time', async () => {
    await sealed.heads.append({ prunedTo: 1, at: new Date().toISOString() })
    expect(await sealed.verify()).toMatchObject({ lines: 8, pruned: 0, found: [] })
    expect(await prune()).toEqual({ to: 2, lines: 4 })
  })

  it('take what leaders said of them along', async () => {
    await sealed.superuser.query(
      `insert into access_log.reviews (entry, reviewer, verdict, at)
        select id, 'tl-eva', 'fine', at from access_log.entries`,
    )
    await prune()
    const { rows } = await sealed.superuser.query('select from access_log.reviews')
    expect(rows).toHaveLength(4)
  })
})

describe('what the rule does not let go', () => {
  it('stays: the database keeps what is younger than a year, whoever asks', async () => {
    expect(await prune(new Date().toISOString())).toMatchObject({ lines: 6 })
    expect(await lines()).toBe(2)
  })

  it('is found when it is taken out and nothing was published outside the database', async () => {
    await owner.query('delete from access_log.entries')
    const { found } = await sealed.verify()
    expect(found.map(({ what }) => what)).toEqual(Array.from({ length: 6 }, () => 'line-deleted'))
  })

  it('is found when it is changed, or put among what is gone', async () => {
    await prune()
    await sealed.superuser.query(
      `update access_log.entries set actor = 'sw-dina' where id = (select min(id) from access_log.entries)`,
    )
    await sealed.superuser.query(
      `insert into access_log.entries overriding system value select (jsonb_populate_record(entries,
        jsonb_build_object('id', 900, 'txid', (select from_txid::text from access_log.blocks where number = 2)))).*
        from access_log.entries limit 1`,
    )
    const { found } = await sealed.verify()
    expect(found.map(({ what }) => what).sort()).toEqual(['line-changed', 'line-inserted'])
  })
})
