import { DatabaseError } from '@brobygger/database'
import { describe, expect, it } from '@jest/globals'
import type { Storage } from '../storage/storage.js'
import type { Engine } from '../temporal/engine.js'
import { TaskKind } from './task-kind.js'

const down = new DatabaseError('database-unavailable')
const db: unknown = new Proxy(
  {},
  {
    get: () => () => {
      throw down
    },
  },
)
/** While the database is down, with the tasks that the process says are open. */
function kinds(open: readonly { task: string; kind: string }[]): TaskKind {
  const engine = {
    find: (process: string) => Promise.resolve({ process, practice: false }),
    ask: () => Promise.resolve(open),
  }
  // Only what is used of them.
  return new TaskKind({ db } as unknown as Storage, engine as unknown as Engine)
}
const task = 'concern-k7qm4d2x.4'

describe('what kind a task is of, while the database is down', () => {
  it('is told by its process as long as it is open', async () => {
    expect((await kinds([{ task, kind: 'session' }]).of(task)).kind).toBe('session')
  })

  it('is to be asked again once it is answered: nobody hears that it was never there', async () => {
    await expect(kinds([]).of(task)).rejects.toBe(down)
  })
})
