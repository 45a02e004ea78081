import { describe, expect, it } from '@jest/globals'
import { record } from '../record/record.js'
import { ProcessLog, somePeople, taskOpened } from '../testing/events.js'
import { connect } from './connect.js'

describe('what cannot be reached', () => {
  it('is reported without a word of what was asked', async () => {
    const { db: gone, close } = connect({
      url: 'postgres://someone:secret@127.0.0.1:1/brobygger',
      max: 1,
    })
    const log = new ProcessLog('concern-xxxxxxxx', {
      caseId: 'xxxxxxxx',
      administration: 'children-and-youth',
    })
    const events = [
      log.event(0, { type: 'processStarted', kind: 'concern', unit: 'early-help', people: somePeople }),
      log.event(0, taskOpened('t')),
    ]
    const failure = await record(gone, { events, ledger: null }).catch((error: unknown) => error)
    expect(failure).toMatchObject({
      code: 'database-unavailable',
      message: 'The database cannot be reached (ECONNREFUSED)',
    })
    await close()
  })
})
