import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Connection } from '../connection/connect.js'
import { ledgerOf } from '../reads/ledger-of.js'
import { taskById } from '../reads/tasks.js'
import { compareSchemas } from '../rebuild/compare-schemas.js'
import { rebuild } from '../rebuild/rebuild.js'
import { apiRole, ownerRole, workerRole } from '../setup/roles.js'
import { ProcessLog, raisedCase } from '../testing/events.js'
import { startServer, type TestServer } from '../testing/server.js'
import { record } from './record.js'
import { restate } from './restate.js'

let server: TestServer
let worker: Connection

beforeAll(async () => {
  server = await startServer()
  worker = server.as(workerRole('children-and-youth'))
})
afterAll(() => server.stop())

/** Numbers and types of the events of a case, as they stand in a table. */
async function logOf(caseId: string, table = 'events'): Promise<string[]> {
  const { rows } = await server.as(apiRole).pool.query<{ line: string }>(
    `select process || ' ' || seq || ' ' || type as line from brobygger.${table}
       where case_id = $1 order by process, seq`,
    [caseId],
  )
  return rows.map(({ line }) => line)
}

/** The case with an answer to its task that never came to be: the worker died before the engine heard of it. */
async function withVoidAttempt(caseId: string) {
  const { log, events } = raisedCase({ caseId })
  const ledger = log.ledger()
  await record(worker.db, { events, ledger })
  const task = `concern-${caseId}.1`
  const lost = new ProcessLog(`concern-${caseId}`, { caseId, administration: 'children-and-youth' })
  for (const event of events) lost.event(0, event.body)
  const attempt = [
    lost.event(1, { type: 'taskCompleted', task, answer: { outcome: 'takenOn' } }),
    lost.event(1, { type: 'stepFinished', step: 'triage', n: 1, next: 'counselling' }),
  ]
  await record(worker.db, { events: attempt, ledger: lost.ledger() })
  const happened = [log.event(2, { type: 'taskReminded', task })]
  return { task, events, batch: { events: happened, ledger: log.ledger() } }
}

describe('a batch that stands in the history', () => {
  it('takes the place of what an attempt left that never came to be', async () => {
    const { task, events, batch } = await withVoidAttempt('restated')
    await expect(record(worker.db, batch)).rejects.toMatchObject({ code: 'record-conflict' })
    expect(await taskById(worker.db, { task })).toMatchObject({ status: 'completed' })

    await restate(worker.db, batch)
    expect(await taskById(worker.db, { task })).toMatchObject({ status: 'open', closedAt: null })
    expect(await ledgerOf(worker.db, { process: 'concern-restated' })).toEqual(batch.ledger)
    expect(await logOf('restated')).toHaveLength(events.length + 1)
    expect(await record(worker.db, batch)).toBe(false)
  })

  it('leaves a read model that a rebuild gives as well', async () => {
    const { batch } = await withVoidAttempt('rebuilt')
    const other = raisedCase({ caseId: 'beside' })
    await record(worker.db, { events: other.events, ledger: null })
    await restate(worker.db, batch)
    const ownerUrl = server.urlOf(ownerRole)
    await rebuild({ ownerUrl, schema: 'after_restating' })
    expect(await compareSchemas({ ownerUrl, first: 'brobygger', second: 'after_restating' })).toEqual([])
  })

  it('leaves a trace of what it voided', async () => {
    const { batch, events } = await withVoidAttempt('traced')
    await restate(worker.db, batch)
    const next = events.length + 1
    expect(await logOf('traced', 'voided_events')).toEqual([
      `concern-traced ${next} taskCompleted`,
      `concern-traced ${next + 1} stepFinished`,
    ])
  })

  it('restates nothing of another administration', async () => {
    const { batch } = await withVoidAttempt('foreign')
    const before = await logOf('foreign')
    const stranger = server.as(workerRole('social-services'))
    await expect(restate(stranger.db, batch)).rejects.toMatchObject({ code: 'database-refused' })
    expect(await logOf('foreign')).toEqual(before)
  })

  it('is undone whole when it cannot be written', async () => {
    const { batch } = await withVoidAttempt('undone')
    const before = await logOf('undone')
    const foreign = batch.events.map(event => ({ ...event, administration: 'social-services' as const }))
    await expect(restate(worker.db, { ...batch, events: foreign })).rejects.toMatchObject({
      code: 'database-refused',
    })
    expect(await logOf('undone')).toEqual(before)
    expect(await logOf('undone', 'voided_events')).toEqual([])
  })
})
