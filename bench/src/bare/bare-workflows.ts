import { randomUUID } from 'node:crypto'
import {
  type Client,
  WithStartWorkflowOperation,
  WorkflowIdConflictPolicy,
  type WorkflowHandle,
} from '@temporalio/client'
import { bareTaskQueue } from './place.js'

/** Starts and touches bare workflows. */
export class BareWorkflows {
  constructor(private readonly client: Client) {}

  /** Returns when the server has it; no worker has seen it yet. */
  start(): Promise<WorkflowHandle> {
    return this.client.workflow.start('bare', this.options())
  }

  /** Returns when a worker has begun it and has answered. */
  async startAndTouch(): Promise<void> {
    const startWorkflowOperation = new WithStartWorkflowOperation('bare', {
      ...this.options(),
      workflowIdConflictPolicy: WorkflowIdConflictPolicy.FAIL,
    })
    await this.client.workflow.executeUpdateWithStart('touch', { startWorkflowOperation })
  }

  /** Returns when the worker has answered. */
  async touch(workflow: WorkflowHandle): Promise<void> {
    await workflow.executeUpdate('touch')
  }

  private options() {
    return { workflowId: `bare-${randomUUID()}`, taskQueue: bareTaskQueue }
  }
}
