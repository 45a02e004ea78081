import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Db } from '../connection/connect.js'
import { record } from '../record/record.js'
import { apiRole, workerRole } from '../setup/roles.js'
import { everyPage } from '../testing/every-page.js'
import { ProcessLog, raisedCase, somePeople } from '../testing/events.js'
import { startServer, type TestServer } from '../testing/server.js'
import { bulkHandOver } from './bulk-hand-over.js'
import { countHeldProcesses, heldProcesses, hiddenAmong } from './held-processes.js'
import { countsOfWork, workOf } from './work-of.js'

const codes = [0, 1, 2, 3, 4].map(n => `held000${n}`)
const anna = {
  person: 'sw-anna',
  administration: 'children-and-youth',
  practice: false,
  except: 'none0000',
} as const
let server: TestServer
let api: Db
let worker: Db

beforeAll(async () => {
  server = await startServer()
  api = server.as(apiRole).db
  worker = server.as(workerRole('children-and-youth')).db
  for (const [n, caseId] of codes.entries()) {
    const { log, events } = raisedCase({ caseId, practice: n === 4 })
    const ended = log.event(1, { type: 'processEnded', outcome: 'other' })
    await record(worker, { events: n === 3 ? [...events, ended] : events, ledger: null })
    if (n !== 1) continue
    const conflict = log.event(1, { type: 'conflictDeclared', person: 'sw-bo' }, 'sw-bo')
    await record(worker, { events: [conflict], ledger: null })
  }
})
afterAll(() => server.stop())

describe('what somebody holds', () => {
  it('is found page by page: what is open, here, and real', async () => {
    const first = await heldProcesses(worker, { ...anna, after: null, limit: 2 })
    expect(first).toEqual(['concern-held0000', 'concern-held0001'])
    const second = await heldProcesses(worker, { ...anna, after: 'concern-held0001', limit: 2 })
    expect(second).toEqual(['concern-held0002'])
    expect(await countHeldProcesses(worker, anna)).toBe(3)
  })

  it('is found in some cases only, without the file that asks, and nowhere for a stranger', async () => {
    const some = { ...anna, cases: ['held0000', 'held0002'], except: 'held0000', after: null, limit: 9 }
    expect(await heldProcesses(worker, some)).toEqual(['concern-held0002'])
    expect(await countHeldProcesses(worker, { ...anna, person: 'sw-carla' })).toBe(0)
    expect(await countHeldProcesses(worker, { ...anna, administration: 'social-services' })).toBe(0)
  })

  it('is hidden from whoever declared a conflict of interest', async () => {
    const processes = codes.map(code => `concern-${code}`)
    expect(await hiddenAmong(worker, { processes, person: 'sw-bo' })).toEqual(['concern-held0001'])
    const seen = { person: 'sw-anna', practice: false }
    expect(await countsOfWork(api, { ...seen, viewer: leader('tl-eva') })).toEqual([
      { kind: 'concern', processes: 3 },
    ])
    expect(await countsOfWork(api, { ...seen, viewer: leader('sw-bo') })).toEqual([
      { kind: 'concern', processes: 2 },
    ])
    const pages = await everyPage(cursor =>
      workOf(api, { ...seen, viewer: leader('tl-eva'), limit: 2, cursor }),
    )
    expect(pages.map(({ caseId }) => caseId)).toEqual(['held0000', 'held0001', 'held0002'])
    expect(pages[0]?.tasks.map(({ kind }) => kind)).toContain('triage')
  })
})

/** Somebody who leads the unit. */
const leader = (person: string) => {
  const leads = [{ administration: 'children-and-youth', unit: 'early-help' }] as const
  return { person, works: [], leads, roles: [] }
}

describe('a bulk hand-over', () => {
  it('shows what was found, who has it now, and what is left and why', async () => {
    const of = { caseId: 'bulk0000', administration: 'children-and-youth' } as const
    const log = new ProcessLog('bulkHandOver-bulk0000-1', of)
    const [conflict, ended] = ['concern-held0001', 'concern-held0003']
    const events = [
      log.event(0, { type: 'processStarted', kind: 'bulkHandOver', unit: 'early-help', people: somePeople }),
      log.event(0, {
        type: 'bulkStarted',
        from: 'sw-anna',
        to: 'sw-bo',
        reason: 'illness',
        returnOn: '2027-01-20',
        cases: null,
      }),
      log.event(0, { type: 'bulkFound', processes: 3 }),
      log.event(0, {
        type: 'bulkMoved',
        to: 'sw-bo',
        handedOver: ['concern-held0000'],
        refused: [
          { process: conflict, why: 'conflict' },
          { process: ended, why: 'ended' },
        ],
      }),
      log.event(1, { type: 'bulkMoved', to: 'sw-dina', handedOver: [conflict], refused: [] }),
    ]
    await record(worker, { events, ledger: null })
    const [part] = await bulkHandOver(api, { code: 'bulk0000' })
    expect(part).toMatchObject({ from: 'sw-anna', to: 'sw-bo', found: 3, done: false, waiting: null })
    expect(part).toMatchObject({ returnOn: '2027-01-20', cases: null })
    expect(part?.items.map(({ process, outcome, to }) => [process, outcome, to])).toEqual([
      ['concern-held0000', 'handedOver', 'sw-bo'],
      [conflict, 'handedOver', 'sw-dina'],
      [ended, 'ended', null],
    ])
  })
})
