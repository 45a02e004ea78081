import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { municipality } from '@brobygger/domain/organisation'
import type { Db } from '../connection/connect.js'
import { record } from '../record/record.js'
import { loadMunicipality } from '../setup/load-municipality.js'
import { apiRole, ownerRole } from '../setup/roles.js'
import { everyPage } from '../testing/every-page.js'
import { day, raisedCase } from '../testing/events.js'
import { startServer, type TestServer } from '../testing/server.js'
import { wholeChain } from '../testing/whole-chain.js'
import { caseById } from './case-by-id.js'
import { digests } from './digests.js'
import { listCases } from './list-cases.js'
import { institutions, staffById } from './organisation.js'
import { statistics } from './statistics.js'
import type { Viewer } from './visible.js'
import { worklist } from './worklist.js'

const chain = wholeChain('k7qm4d2x')
const { caseId } = chain
let server: TestServer
let db: Db

beforeAll(async () => {
  server = await startServer()
  db = server.as(apiRole).db
  for (const events of chain.batches) await record(db, { events, ledger: null })
  // Seven more with their triage due on four days, so that several fall due at the same moment; one for practice.
  for (const n of [0, 1, 2, 3, 4, 5, 6]) {
    const { events } = raisedCase({
      caseId: `open000${n}`,
      raisedOn: n,
      dueIn: 4 - (n % 4),
      practice: n === 6,
    })
    await record(db, { events, ledger: null })
  }
})
afterAll(() => server.stop())

const earlyHelp = { administration: 'children-and-youth', unit: 'early-help' } as const
const nobody = (person: string): Viewer => ({ person, works: [], leads: [], roles: [] })
const worker = (person: string): Viewer => ({ ...nobody(person), works: [earlyHelp] })
const leader = { ...nobody('tl-eva'), leads: [earlyHelp] }

describe('the worklist', () => {
  const asked = { viewer: worker('sw-anna'), limit: 2 }

  it('pages through the own tasks by due date, each once', async () => {
    const tasks = await everyPage(cursor => worklist(db, { ...asked, view: 'mine', cursor }))
    const order = tasks.map(task => [task.dueAt, task.id].join(' '))
    expect(order).toEqual([...order].sort())
    expect(tasks.map(task => task.id).sort()).toEqual([
      `concern-${caseId}.3`,
      ...[0, 1, 2, 3, 4, 5, 6].map(n => `concern-open000${n}.1`),
    ])
    expect(tasks[0]?.deadline).toEqual({
      rule: 'triage-answer',
      explanation: { da: 'Opdigtet frist', en: 'Made-up deadline' },
    })
  })

  it('shows what is late, and leaves practice out when asked', async () => {
    const late = await worklist(db, { ...asked, view: 'overdue' })
    expect(late.items.map(task => [task.id, task.told])).toEqual([[`concern-${caseId}.3`, ['tl-eva']]])
    const real = await worklist(db, { ...asked, view: 'team', limit: 50, practice: false })
    expect(real.items.map(task => task.practice)).toEqual(Array(7).fill(false))
    expect(
      await worklist(db, { ...asked, viewer: leader, view: 'team', limit: 50, practice: false }),
    ).toEqual(real)
    expect(await worklist(db, { ...asked, view: 'team', viewer: nobody('sw-stranger') })).toEqual({
      items: [],
      next: null,
    })
  })

  it('hides a case from whoever declared a conflict of interest', async () => {
    const seen = async (person: string) =>
      (await worklist(db, { ...asked, viewer: worker(person), view: 'overdue' })).items.length
    expect([await seen('sw-anna'), await seen('sw-carla')]).toEqual([1, 0])
    const cases = await listCases(db, { viewer: worker('sw-carla'), filters: {}, limit: 50 })
    expect(cases.items.map(one => one.id)).not.toContain(caseId)
  })

  it.each([
    'x',
    'W10',
    Buffer.from('["2027","a\\u0000"]').toString('base64url'),
    Buffer.from('["no","a"]').toString('base64url'),
  ])('refuses %s as a cursor', async cursor => {
    await expect(worklist(db, { ...asked, view: 'mine', cursor })).rejects.toMatchObject({
      code: 'cursor-invalid',
    })
  })
})

describe('the list of cases', () => {
  it('pages through the latest first, each once', async () => {
    const cases = await everyPage(cursor => listCases(db, { viewer: leader, filters: {}, limit: 3, cursor }))
    expect(cases.map(one => one.raisedAt)).toEqual(
      cases
        .map(one => one.raisedAt)
        .sort()
        .reverse(),
    )
    expect(new Set(cases.map(one => one.id)).size).toBe(8)
  })

  it.each([
    [{ status: 'closed' } as const, [caseId]],
    [{ degree: 'A2', mainCategory: 'parentalRole' } as const, [caseId]],
    [{ practice: true }, ['open0006']],
    [{ step: 'counselling' }, [caseId]],
    [{ responsibleUnit: 'family-group' } as const, []],
    [{ institution: '999999' }, []],
  ])('is narrowed by %j', async (filters, ids) => {
    const { items } = await listCases(db, { viewer: leader, filters, limit: 50 })
    expect(items.map(one => one.id)).toEqual(ids)
  })
})

describe('a digest', () => {
  it('counts what is open and lists what is late or due soon, without practice', async () => {
    expect(await digests(db, { dueBefore: day(5) })).toEqual([
      {
        person: 'sw-anna',
        open: 7,
        overdue: [{ task: `concern-${caseId}.3`, kind: 'reply', caseId, dueOn: '2027-01-19' }],
        dueSoon: [0, 1, 2, 3].map(n => ({
          task: `concern-open000${n}.1`,
          kind: 'triage',
          caseId: `open000${n}`,
          dueOn: '2027-01-15',
        })),
      },
    ])
  })
})

describe('statistics', () => {
  it('count real cases from the log, and practice cases apart', async () => {
    expect(await statistics(db, { practice: false })).toEqual({
      raised: 7,
      byCategory: { parentalRole: 7 },
      byTriageOutcome: { takenOn: 1 },
      byClosureCode: { takenOver: 1 },
      byCaseAvoided: { no: 1 },
    })
    expect(await statistics(db, { practice: true, from: day(6), to: day(7) })).toMatchObject({
      raised: 1,
      byClosureCode: {},
    })
    expect(await statistics(db, { practice: true, from: day(7) })).toMatchObject({
      raised: 0,
      byCategory: {},
    })
  })

  it('leave out the closing of a case that is open again', async () => {
    const { log, events } = raisedCase({ caseId: 'again000', raisedOn: 300 })
    const closed = { type: 'caseClosed', code: 'noConcern', caseAvoided: 'yes' } as const
    await record(db, {
      events: [...events, log.event(301, closed), log.event(302, { type: 'caseReopened' })],
      ledger: null,
    })
    const counted = await statistics(db, { practice: false, from: day(300) })
    expect(counted).toMatchObject({ raised: 1, byClosureCode: {} })
    expect(await caseById(db, { caseId: 'again000' })).toMatchObject({
      status: 'open',
      closureCode: null,
      reopenedAt: day(302),
    })
  })
})

describe('the organisation', () => {
  it('is what the file says, also when it is loaded again', async () => {
    const text = await readFile(new URL('../../../../config/municipality.json', import.meta.url), 'utf8')
    const demo = municipality.parse(JSON.parse(text))
    const ownerUrl = server.urlOf(ownerRole)
    await loadMunicipality({ ownerUrl, municipality: demo })
    await loadMunicipality({
      ownerUrl,
      municipality: { ...demo, staff: demo.staff.filter(one => one.id !== 'sw-bo') },
    })
    expect((await institutions(db)).map(one => one.id).sort()).toEqual(
      demo.institutions.map(one => one.id).sort(),
    )
    const carla = demo.staff.find(one => one.id === 'sw-carla')
    expect((await staffById(db, { person: 'sw-carla' }))?.affiliations).toMatchObject(
      carla?.affiliations ?? [],
    )
    expect(await staffById(db, { person: 'sw-bo' })).toBeNull()
  })
})
