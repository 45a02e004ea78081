import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Db } from '../connection/connect.js'
import { record } from '../record/record.js'
import { apiRole } from '../setup/roles.js'
import { startServer, type TestServer } from '../testing/server.js'
import { wholeChain } from '../testing/whole-chain.js'
import { fileFacts } from './file-facts.js'

const caseId = 'k7qm4d2x'
const chain = wholeChain(caseId)
let server: TestServer
let db: Db

beforeAll(async () => {
  server = await startServer()
  db = server.as(apiRole).db
  for (const events of chain.batches) await record(db, { events, ledger: null })
})
afterAll(() => server.stop())

const entry = (seq: number, body: object, administration = 'children-and-youth') =>
  ({
    process: `api-${caseId}`,
    seq,
    caseId,
    administration,
    practice: false,
    at: '2027-05-01T10:00:00.000Z',
    by: 'tl-eva',
    body,
  }) as Parameters<typeof record>[1]['events'][number]

describe('what decides who may see a case', () => {
  it('tells who raised it, each process with its people, and whether its unit has accepted it', async () => {
    const facts = await fileFacts(db, { caseId, person: 'sw-anna' })
    expect(facts).toMatchObject({ caseId, practice: false, degree: 'A2', restricted: {}, glass: {} })
    const parts = facts?.parts.map(({ process, administration, offered }) => [
      process,
      administration,
      offered,
    ])
    expect(parts).toContainEqual([`concern-${caseId}`, 'children-and-youth', false])
    expect(parts).toContainEqual([chain.offer, 'social-services', false])
    expect(facts?.parts[0]?.hiddenFrom).toEqual(['sw-carla'])
  })

  it('knows the open tasks, and the closed one that is named', async () => {
    const closed = `${chain.offer}.1`
    const without = await fileFacts(db, { caseId, person: 'sw-anna' })
    expect(without?.tasks.every(({ open }) => open)).toBe(true)
    const named = await fileFacts(db, { caseId, person: 'sw-anna', task: closed })
    expect(named?.tasks).toContainEqual(
      expect.objectContaining({ id: closed, open: false, closedBy: 'fc-karl' }),
    )
    const answered = await fileFacts(db, { caseId, person: 'sw-anna', task: chain.offer })
    expect(answered?.tasks.map(({ id }) => id)).toContain(closed)
  })

  it('tells for whom it is restricted until that is lifted, and until when the person has urgent access', async () => {
    const people = ['sw-bo']
    const until = '2027-05-01T10:30:00.000Z'
    const events = [
      entry(1, { type: 'accessRestricted', people }),
      entry(2, { type: 'urgentAccessTaken', person: 'sw-dina', until }),
    ]
    await record(db, { events, ledger: null })
    const facts = await fileFacts(db, { caseId, person: 'sw-dina' })
    expect(facts?.restricted).toEqual({ 'children-and-youth': people })
    expect(Object.values(facts?.glass ?? {}).map(at => Date.parse(at))).toEqual([Date.parse(until)])
    expect((await fileFacts(db, { caseId, person: 'sw-bo' }))?.glass).toEqual({})
    await record(db, { events: [entry(3, { type: 'restrictionLifted' })], ledger: null })
    expect((await fileFacts(db, { caseId, person: 'sw-dina' }))?.restricted).toEqual({})
  })

  it('is null where there is no such case', async () => {
    expect(await fileFacts(db, { caseId: 'nosuch00', person: 'sw-anna' })).toBeNull()
  })
})
