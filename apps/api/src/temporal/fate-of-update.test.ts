import { describe, expect, it } from '@jest/globals'
import type { Client } from '@temporalio/client'
import proto from '@temporalio/proto'
import { fateOfUpdate } from './fate-of-update.js'

const Stage = proto.temporal.api.enums.v1.UpdateWorkflowExecutionLifecycleStage
const update = { process: 'concern-k7qm4d2x9a', id: 'u1' }

/** A client to which the engine gives this answer. */
const clientOf = (answer: () => Promise<object>) =>
  ({
    options: { namespace: 'n' },
    workflowService: { pollWorkflowExecutionUpdate: answer },
  }) as unknown as Client

const says = (answer: object) => clientOf(() => Promise.resolve(answer))

describe('a command whose answer did not come in time', () => {
  it('is taken once it is accepted, and when it is done', async () => {
    const accepted = says({ stage: Stage.UPDATE_WORKFLOW_EXECUTION_LIFECYCLE_STAGE_ACCEPTED })
    const done = says({
      stage: Stage.UPDATE_WORKFLOW_EXECUTION_LIFECYCLE_STAGE_COMPLETED,
      outcome: { success: {} },
    })
    expect([await fateOfUpdate(accepted, update), await fateOfUpdate(done, update)]).toEqual([
      'taken',
      'taken',
    ])
  })

  it('is not taken when it was refused, although that completes it', async () => {
    const refused = says({
      stage: Stage.UPDATE_WORKFLOW_EXECUTION_LIFECYCLE_STAGE_COMPLETED,
      outcome: { failure: {} },
    })
    expect(await fateOfUpdate(refused, update)).toBe('refused')
  })

  it('is unknown while no worker has seen it, and when the engine does not know it', async () => {
    const waiting = says({ stage: Stage.UPDATE_WORKFLOW_EXECUTION_LIFECYCLE_STAGE_ADMITTED })
    const notFound = clientOf(() =>
      Promise.reject(Object.assign(new Error('not found'), { code: 5, details: '', metadata: {} })),
    )
    expect([await fateOfUpdate(waiting, update), await fateOfUpdate(notFound, update)]).toEqual([
      'unknown',
      'unknown',
    ])
  })

  it('fails with what is no answer of the engine', async () => {
    await expect(
      fateOfUpdate(
        clientOf(() => Promise.reject(new TypeError('ours'))),
        update,
      ),
    ).rejects.toThrow('ours')
  })
})
