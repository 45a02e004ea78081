import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { record } from '../record/record.js'
import { apiRole, workerRole } from '../setup/roles.js'
import { concernRaised, ProcessLog, raisedCase, somePeople, taskOpened } from '../testing/events.js'
import { startServer, type TestServer } from '../testing/server.js'
import { namedByRunning } from './named-by-running.js'

let server: TestServer

beforeAll(async () => {
  server = await startServer()
  const { db } = server.as(workerRole('children-and-youth'))
  const open = raisedCase({ caseId: 'named001' })
  const other = new ProcessLog('concern-named002', {
    caseId: 'named002',
    administration: 'children-and-youth',
  })
  const ended = raisedCase({ caseId: 'named003' })
  const closed = ended.log.event(1, { type: 'processEnded', outcome: 'other' })
  for (const events of [
    open.events,
    [
      other.event(0, { type: 'processStarted', kind: 'concern', unit: 'institution', people: somePeople }),
      other.event(0, concernRaised({ institution: '102002' })),
      other.event(0, taskOpened('concern-named002.1', { person: 'sw-bo' })),
    ],
    [...ended.events, closed],
  ])
    await record(db, { events, ledger: null })
})
afterAll(() => server.stop())

describe('what running processes name', () => {
  it('is every institution and everybody with a part or a task, and nothing of what has ended', async () => {
    const { institutions, people } = await namedByRunning(server.as(apiRole).db)
    expect(institutions).toEqual([
      { institution: '101001', processes: 1 },
      { institution: '102002', processes: 1 },
    ])
    expect(people).toContainEqual({ person: 'sw-anna', kind: 'concern', processes: 2 })
    expect(people).toContainEqual({ person: 'sw-bo', kind: 'concern', processes: 1 })
  })
})
