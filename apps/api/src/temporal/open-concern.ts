import { namespaceOf } from '@brobygger/domain/codes'
import type { Accepted, ConcernInput } from '@brobygger/domain/messages'
import { Injectable } from '@nestjs/common'
import {
  WithStartWorkflowOperation,
  WorkflowExecutionAlreadyStartedError,
  WorkflowIdConflictPolicy,
  WorkflowIdReusePolicy,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client'
import { concernOf } from '../ids.js'
import { Clients } from './clients.js'
import { Engine, PATIENCE } from './engine.js'
import { summaryOf } from './summary-of.js'

/** How a concern was found or made: recorded, started and not recorded yet, or there already. */
export type Opened = 'recorded' | 'started' | 'already-there'

/** Starts the process of a concern and waits until its start is recorded. */
@Injectable()
export class OpenConcern {
  constructor(
    private readonly clients: Clients,
    private readonly engine: Engine,
  ) {}

  /**
   * Starts the process, or joins it when the same command started it before.
   * `again` starts it anew after it has ended; then a process that still runs is `already-there`.
   */
  async open(args: { input: ConcernInput; command: string; again: boolean }): Promise<Opened> {
    const { input, command, again } = args
    const place = { process: concernOf(input.caseId), practice: input.practice !== null }
    const startWorkflowOperation = new WithStartWorkflowOperation('concern', {
      workflowId: place.process,
      taskQueue: namespaceOf({ administration: 'children-and-youth', practice: place.practice }),
      args: [input],
      workflowIdReusePolicy: again
        ? WorkflowIdReusePolicy.ALLOW_DUPLICATE
        : WorkflowIdReusePolicy.REJECT_DUPLICATE,
      workflowIdConflictPolicy: again ? WorkflowIdConflictPolicy.FAIL : WorkflowIdConflictPolicy.USE_EXISTING,
      ...summaryOf(input),
    })
    // Nobody may be waiting for it when the call itself fails.
    startWorkflowOperation.workflowHandle().catch(() => undefined)
    try {
      await this.engine.within(PATIENCE, () =>
        this.clients
          .of(place)
          .workflow.executeUpdateWithStart<(input: ConcernInput) => Promise<unknown>, Accepted, []>(
            'opened',
            { updateId: command, startWorkflowOperation },
          ),
      )
      return 'recorded'
    } catch (error) {
      if (error instanceof WorkflowExecutionAlreadyStartedError) return 'already-there'
      if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError && (await this.isThere(place)))
        return 'started'
      throw error
    }
  }

  /** A process that is there records by itself what it has not recorded yet. */
  private async isThere(place: { process: string; practice: boolean }): Promise<boolean> {
    try {
      await this.engine.within(1_000, () => this.clients.handle(place).describe())
      return true
    } catch {
      return false
    }
  }
}
