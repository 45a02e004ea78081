import type { Accepted } from '@brobygger/domain/messages'
import { administrationOf, kindIn } from '@brobygger/domain/processes'
import { namespaceOf } from '@brobygger/domain/codes'
import { Injectable } from '@nestjs/common'
import {
  WithStartWorkflowOperation,
  WorkflowExecutionAlreadyStartedError,
  WorkflowIdConflictPolicy,
  WorkflowIdReusePolicy,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client'
import { Clients } from './clients.js'
import { Engine, PATIENCE } from './engine.js'

/** How a process was found or made: recorded, started and not recorded yet, or there already. */
export type Opened = 'recorded' | 'started' | 'already-there'

/** A process to start. */
export interface Opening {
  readonly process: string
  readonly input: object & { readonly practice: object | null }
  /** The command that starts it: a repeat joins what the first started. */
  readonly command: string
  /** Starts it anew after it has ended; then a process that still runs is `already-there`. */
  readonly again: boolean
  /** What supervisors see of it before it has said anything itself: labels of codes only. */
  readonly summary: { readonly staticSummary: string; readonly staticDetails?: string }
}

/** Starts a process and waits until its start is recorded. */
@Injectable()
export class OpenProcess {
  constructor(
    private readonly clients: Clients,
    private readonly engine: Engine,
  ) {}

  /** Starts the process, or joins it when the same command started it before. */
  async open({ process, input, command, again, summary }: Opening): Promise<Opened> {
    const place = { process, practice: input.practice !== null }
    const startWorkflowOperation = new WithStartWorkflowOperation(kindIn(process) ?? 'concern', {
      workflowId: process,
      taskQueue: namespaceOf({ administration: administrationOf(process), practice: place.practice }),
      args: [input],
      workflowIdReusePolicy: again
        ? WorkflowIdReusePolicy.ALLOW_DUPLICATE
        : WorkflowIdReusePolicy.REJECT_DUPLICATE,
      workflowIdConflictPolicy: again ? WorkflowIdConflictPolicy.FAIL : WorkflowIdConflictPolicy.USE_EXISTING,
      ...summary,
    })
    // Nobody may be waiting for it when the call itself fails.
    startWorkflowOperation.workflowHandle().catch(() => undefined)
    try {
      await this.engine.within(PATIENCE, () =>
        this.clients
          .of(place)
          .workflow.executeUpdateWithStart<(input: object) => Promise<unknown>, Accepted, []>('opened', {
            updateId: command,
            startWorkflowOperation,
          }),
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
