import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { apiRole, logReaderRole } from '../../../database/src/setup/roles.js'
import { startServer, type TestServer } from '../../../database/src/testing/server.js'
import { AccessLog } from '../access-log.js'
import { anEntry } from '../testing/entries.js'
import { LogReader } from './log-reader.js'
import { MANY_CASES } from './signs.js'

let server: TestServer
let log: AccessLog
let reader: LogReader

const period = { from: '2020-01-01T00:00:00.000Z', to: '2100-01-01T00:00:00.000Z' }
const asked = { ...period, administrations: ['children-and-youth'] as const, size: 10, reviewer: 'tl-eva' }

beforeAll(async () => {
  server = await startServer()
  log = new AccessLog({ db: server.as(apiRole).pool })
  reader = new LogReader({ db: server.as(logReaderRole).pool })
  const ordinary = Array.from({ length: 200 }, (_, i) =>
    anEntry({ actor: `sw-${i % 20}a`, cases: [`caseaaaa${i % 9}`] }),
  )
  await log.write(ordinary)
  await log.write([
    anEntry({ actor: 'sw-bo', basis: 'breakGlass', cases: ['caseglass1'] }),
    anEntry({ actor: 'sw-bo', basis: 'administration', cases: ['casenopart'] }),
    anEntry({ actor: 'sw-bo', action: 'searchPersons', cases: [] }),
    anEntry({ actor: 'sw-bo', outcome: 'refused', refusal: 'access-denied', fields: [] }),
    anEntry({ actor: 'fg-gitte', administration: 'social-services', basis: 'breakGlass' }),
    anEntry({ actor: 'tl-eva', basis: 'breakGlass' }),
    anEntry({ actor: null, outcome: 'refused', refusal: 'person-missing', via: 'none' }),
    anEntry({ cases: ['casetold1a'], outcome: 'refused', refusal: 'input-invalid', fields: [] }),
    anEntry({ cases: ['casetold1a'] }),
    anEntry({ actor: 'sw-bo', basis: 'breakGlass', practice: true }),
  ])
  await log.write(
    Array.from({ length: MANY_CASES }, (_, i) => anEntry({ actor: 'sw-curious', cases: [`casemany${i}`] })),
  )
})
afterAll(() => server.stop())

describe('the data protection officer', () => {
  it('finds every look at a case, by whom, and page by page', async () => {
    const all = await reader.list({ case: 'caseaaaa1' }, { limit: 100 })
    expect(all.every(({ cases }) => cases.includes('caseaaaa1'))).toBe(true)
    const pages = []
    for (let before: number | undefined; ;) {
      const page = await reader.list({ case: 'caseaaaa1' }, { before, limit: 7 })
      pages.push(...page)
      if (page.length < 7) break
      before = page.at(-1)?.id
    }
    expect(pages).toEqual(all)
    expect(all.map(({ id }) => id)).toEqual(all.map(({ id }) => id).sort((a, b) => b - a))
  })

  it('finds what one person did, in a period, of a kind', async () => {
    const found = await reader.list({ person: 'sw-bo', action: 'searchPersons', ...period }, { limit: 10 })
    expect(found).toHaveLength(1)
    expect(found[0]?.at).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/)
    expect(await reader.list({ person: 'sw-bo', to: period.from }, { limit: 10 })).toEqual([])
  })

  it('tells a data subject of every look, and of no attempt that was refused', async () => {
    const told = await reader.ofCase('casetold1a', 10)
    expect(told.map(({ outcome }) => outcome)).toEqual(['allowed'])
  })
})

describe('the sample of a leader', () => {
  it('is the same each time it is asked for, and another for another period', async () => {
    const first = await reader.sample(asked)
    expect(await reader.sample(asked)).toEqual(first)
    expect(first).toHaveLength(10)
    const other = await reader.sample({ ...asked, from: '2020-01-02T00:00:00.000Z' })
    expect(other.map(({ id }) => id)).not.toEqual(first.map(({ id }) => id))
  })

  it('holds nothing of the other administration, of practice, of nobody, or of the leader', async () => {
    const drawn = await reader.sample({ ...asked, size: 1_000 })
    expect(drawn).toHaveLength(200 + 4 + 2 + MANY_CASES)
    expect(drawn.filter(({ actor }) => actor === null || ['fg-gitte', 'tl-eva'].includes(actor))).toEqual([])
    expect(drawn.filter(({ practice }) => practice)).toEqual([])
  })

  it('says why a line deserves a look', async () => {
    const drawn = await reader.sample({ ...asked, size: 1_000 })
    const signsOf = (who: string) =>
      drawn.filter(({ actor }) => actor === who).map(({ signs }) => signs.join())
    expect(signsOf('sw-bo').sort()).toEqual(['breakGlass', 'noPart', 'refused', 'search'])
    expect(new Set(signsOf('sw-curious'))).toEqual(new Set(['manyCases']))
    expect(new Set(signsOf('sw-1a'))).toEqual(new Set(['']))
  })

  it('draws urgent access far more often than an ordinary look', async () => {
    // 60 periods, each with its own draw of 10 out of 226: urgent access weighs 21, an ordinary look 1.
    let urgent = 0
    for (let i = 0; i < 60; i++) {
      const from = new Date(Date.UTC(2020, 0, 3 + i)).toISOString()
      const drawn = await reader.sample({ ...asked, from })
      urgent += drawn.filter(({ signs }) => signs.includes('breakGlass')).length
    }
    expect(urgent).toBeGreaterThan(20)
    expect(urgent).toBeLessThan(60)
  })

  it('keeps what the leader said of a line, and takes no review of what is not there, was their own or the other administration’s', async () => {
    const [line] = await reader.sample(asked)
    const entry = line?.id ?? 0
    const review = (of: number, verdict: 'fine' | 'toBeAsked') =>
      reader.review({ entry: of, reviewer: 'tl-eva', administrations: ['children-and-youth'], verdict })
    expect(await review(entry, 'toBeAsked')).toBe(true)
    expect(await review(999_999, 'fine')).toBe(false)
    for (const person of ['tl-eva', 'fg-gitte']) {
      const [line] = await reader.list({ person }, { limit: 1 })
      expect(line).toBeDefined()
      expect(await review(line?.id ?? 0, 'fine')).toBe(false)
    }
    const [again] = await reader.sample(asked)
    expect(again?.reviews).toEqual([{ reviewer: 'tl-eva', verdict: 'toBeAsked', at: expect.any(String) }])
  })
})
