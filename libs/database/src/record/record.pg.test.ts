import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Connection } from '../connection/connect.js'
import { caseById } from '../reads/case-by-id.js'
import { ledgerOf } from '../reads/ledger-of.js'
import { taskById } from '../reads/tasks.js'
import { apiRole, workerRole } from '../setup/roles.js'
import { raisedCase, somePeople } from '../testing/events.js'
import { startServer, type TestServer } from '../testing/server.js'
import { beginIdempotent, dropIdempotent, finishIdempotent } from './idempotency.js'
import { record } from './record.js'

let server: TestServer
let worker: Connection
let api: Connection

beforeAll(async () => {
  server = await startServer()
  worker = server.as(workerRole('children-and-youth'))
  api = server.as(apiRole)
})
afterAll(() => server.stop())

const eventCount = async (caseId: string): Promise<number> =>
  (await api.pool.query('select from brobygger.events where case_id = $1', [caseId])).rowCount ?? 0

describe('recording a batch', () => {
  it('shows the case, its task and its ledger at once', async () => {
    const { log, events } = raisedCase({ caseId: 'recorded' })
    expect(await record(worker.db, { events, ledger: log.ledger() })).toBe(true)
    const found = await caseById(api.db, { caseId: 'recorded' })
    expect(found).toMatchObject({
      degree: 'A0',
      step: 'triage',
      stage: '2 Visitering',
      people: somePeople,
      responsiblePerson: 'sw-anna',
      raisedAt: '2027-01-11T08:00:00.000Z',
      otherCategories: ['structure'],
    })
    expect(found?.tasks).toMatchObject([
      { id: 'concern-recorded.1', dueAt: '2027-01-14T22:59:59.999Z', told: [] },
    ])
    expect(found?.deadlines).toMatchObject([{ dueOn: '2027-01-14', status: 'running', moved: 0 }])
    expect(await ledgerOf(api.db, { process: 'concern-recorded' })).toEqual(log.ledger())
  })

  it('does nothing the second time', async () => {
    const { log, events } = raisedCase({ caseId: 'twice' })
    await record(worker.db, { events, ledger: log.ledger() })
    const moved = log.event(1, {
      type: 'deadlineMoved',
      task: 'concern-twice.1',
      deadline: { ...someDeadline(events), dueAt: '2027-01-20T22:59:59.999Z', dueOn: '2027-01-20' },
      why: 'recomputed',
    })
    const batch = { events: [moved], ledger: log.ledger() }
    expect([await record(worker.db, batch), await record(worker.db, batch)]).toEqual([true, false])
    expect(await eventCount('twice')).toBe(6)
    const task = await taskById(api.db, { task: 'concern-twice.1' })
    expect(task?.deadline).toMatchObject({ moved: 1, movedWhy: 'recomputed', dueOn: '2027-01-20' })
  })

  it('happens once when the same batch comes twice at the same moment', async () => {
    const { log, events } = raisedCase({ caseId: 'racing' })
    const batch = { events, ledger: log.ledger() }
    const answers = await Promise.all([record(worker.db, batch), record(worker.db, batch)])
    expect(answers.sort()).toEqual([false, true])
    expect(await eventCount('racing')).toBe(5)
  })

  it('is refused whole when a part of it is recorded', async () => {
    const { log, events } = raisedCase({ caseId: 'partly' })
    await record(worker.db, { events, ledger: null })
    const more = log.event(1, { type: 'taskReminded', task: 'concern-partly.1' })
    await expect(
      record(worker.db, { events: [...events.slice(-1), more], ledger: null }),
    ).rejects.toMatchObject({
      code: 'record-conflict',
    })
    expect(await eventCount('partly')).toBe(5)
    expect(await taskById(api.db, { task: 'concern-partly.1' })).toMatchObject({ remindedAt: null })
  })

  it('is refused when the numbers hold other events', async () => {
    const { events } = raisedCase({ caseId: 'another' })
    await record(worker.db, { events, ledger: null })
    const other = raisedCase({ caseId: 'another', raisedOn: 2, dueIn: 9 }).events
    await expect(record(worker.db, { events: other, ledger: null })).rejects.toMatchObject({
      code: 'record-conflict',
    })
  })

  it('keeps the later ledger when an earlier one comes late', async () => {
    const { log, events } = raisedCase({ caseId: 'late' })
    const later = { ...log.ledger(), seq: 99 }
    await record(worker.db, { events: events.slice(0, 4), ledger: later })
    await record(worker.db, { events: events.slice(4), ledger: log.ledger() })
    expect(await ledgerOf(api.db, { process: 'concern-late' })).toMatchObject({ seq: 99 })
  })

  it('takes no batch without events or of two processes', async () => {
    const mixed = [...raisedCase({ caseId: 'one' }).events, ...raisedCase({ caseId: 'two' }).events]
    await expect(record(worker.db, { events: [], ledger: null })).rejects.toThrow(RangeError)
    await expect(record(worker.db, { events: mixed, ledger: null })).rejects.toThrow(RangeError)
  })
})

describe('a command sent twice', () => {
  const command = { person: 'ed-rasmus', key: 'k-1', requestHash: 'h1', plan: { caseId: 'first' } }

  it('is done once, and answers the same', async () => {
    expect(await beginIdempotent(api.db, command)).toEqual({ state: 'begun', plan: { caseId: 'first' } })
    expect(await beginIdempotent(api.db, command)).toEqual({ state: 'running' })
    await finishIdempotent(api.db, { ...command, status: 201, answer: { id: 'first' } })
    expect(await beginIdempotent(api.db, { ...command, plan: { caseId: 'second' } })).toEqual({
      state: 'answered',
      status: 201,
      answer: { id: 'first' },
    })
  })

  it('is refused when it is another command', async () => {
    expect(await beginIdempotent(api.db, { ...command, requestHash: 'h2' })).toEqual({ state: 'mismatch' })
  })

  it('goes on with the first plan after a crash', async () => {
    await beginIdempotent(api.db, { ...command, key: 'k-2' })
    await api.pool.query(
      `update brobygger.idempotency set begun_at = now() - interval '1 hour' where key = 'k-2'`,
    )
    const repeat = { ...command, key: 'k-2', plan: { caseId: 'second' } }
    expect(await beginIdempotent(api.db, repeat)).toEqual({ state: 'begun', plan: { caseId: 'first' } })
  })

  it('can be corrected under its key when it was refused', async () => {
    await beginIdempotent(api.db, { ...command, key: 'k-3' })
    await dropIdempotent(api.db, { ...command, key: 'k-3' })
    expect(await beginIdempotent(api.db, { ...command, key: 'k-3', requestHash: 'h2' })).toMatchObject({
      state: 'begun',
    })
  })
})

function someDeadline(events: ReturnType<typeof raisedCase>['events']) {
  const opened = events.map(event => event.body).find(body => body.type === 'taskOpened')
  if (opened === undefined) throw new Error('The case has no task')
  return opened.deadline
}
