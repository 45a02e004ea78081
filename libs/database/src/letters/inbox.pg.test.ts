import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Connection } from '../connection/connect.js'
import { record } from '../record/record.js'
import { apiRole, workerRole } from '../setup/roles.js'
import { startServer, type TestServer } from '../testing/server.js'
import { keepNews, takeNews, unknownNews, type LetterNews, type SentLetter } from './inbox.js'

let server: TestServer
let api: Connection
let worker: Connection
beforeAll(async () => {
  server = await startServer()
  api = server.as(apiRole)
  worker = server.as(workerRole('children-and-youth'))
})
afterAll(() => server.stop())

const id = (n: number) => `11111111-2222-4333-8444-${String(n).padStart(12, '0')}`
const news = (n: number, status: LetterNews['status'] = 'delivered'): LetterNews => ({
  messageId: id(n),
  status,
  why: status === 'returned' ? 'exempt' : null,
  at: '2027-01-13T08:00:00.000Z',
})
const sent = (n: number) =>
  record(worker.db, {
    events: [
      {
        process: 'concern-aaaa0001',
        seq: n,
        caseId: 'aaaa0001',
        administration: 'children-and-youth',
        practice: false,
        at: '2027-01-12T08:00:00.000Z',
        by: null,
        body: {
          type: 'letterSent',
          effect: `e${n}`,
          kind: 'reply',
          to: 'raiser',
          person: null,
          letter: id(n),
        },
      },
    ],
    ledger: null,
  })
/** What was handed over. */
async function taken(): Promise<[LetterNews, SentLetter][]> {
  const all: [LetterNews, SentLetter][] = []
  await takeNews(api.db, async (one, letter) => {
    all.push([one, letter])
  })
  return all
}

describe('what carriers say of letters', () => {
  it('reaches the letter it is about, once', async () => {
    await sent(1)
    expect(await keepNews(api.db, news(1))).toBe(true)
    expect(await keepNews(api.db, news(1))).toBe(false)
    expect(await taken()).toEqual([
      [news(1), expect.objectContaining({ process: 'concern-aaaa0001', seq: 1, caseId: 'aaaa0001' })],
    ])
    expect(await keepNews(api.db, news(1))).toBe(false)
    expect(await taken()).toEqual([])
  })

  it('waits for a letter that is not known yet, and is seen by operations meanwhile', async () => {
    await keepNews(api.db, news(2))
    expect(await taken()).toEqual([])
    expect(await unknownNews(api.db, { olderThanSeconds: 0 })).toMatchObject([{ messageId: id(2) }])
    expect(await unknownNews(api.db, { olderThanSeconds: 3_600 })).toEqual([])
    await sent(2)
    expect(await taken()).toHaveLength(1)
    expect(await unknownNews(api.db, { olderThanSeconds: 0 })).toEqual([])
  })

  it('is handed over again when it could not be written down', async () => {
    await sent(3)
    await keepNews(api.db, news(3, 'returned'))
    const failing = takeNews(api.db, () => Promise.reject(new Error('down')))
    await expect(failing).rejects.toThrow('down')
    expect((await taken()).map(([one]) => one)).toEqual([news(3, 'returned')])
  })

  it('is handed to one of two who ask at the same time', async () => {
    await sent(4)
    await keepNews(api.db, news(4))
    const both = await Promise.all([taken(), taken()])
    expect(both.flat()).toHaveLength(1)
  })

  it('is for the API alone', async () => {
    await expect(keepNews(worker.db, news(5))).rejects.toThrow()
  })
})
