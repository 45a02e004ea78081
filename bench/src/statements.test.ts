import { describe, expect, it } from '@jest/globals'
import { countStatements } from './statements.js'

describe('countStatements', () => {
  it('counts what each side sent, transactions included, and nobody else’s', () => {
    const log = [
      'bro_api LOG:  statement: begin',
      'bro_api LOG:  execute <unnamed>: select 1',
      '\tfrom brobygger.cases',
      'bro_worker_children_and_youth LOG:  execute <unnamed>: select brobygger.apply_changes($1)',
      'bro_worker_social_services LOG:  execute record: insert',
      'postgres LOG:  statement: select pg_current_wal_lsn()',
      'bro_api LOG:  could not receive data from client: Connection reset by peer',
    ].join('\n')
    expect(countStatements(log)).toEqual({ api: 2, workers: 2 })
  })
})
