import {
  WithStartWorkflowOperation,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  type WorkflowClient,
} from '@temporalio/client'
import { ApplicationFailure } from '@temporalio/common'
import { failpoint } from '../failpoints.js'
import type { OrdinaryActivities, StartRequest } from './types.js'

/** The activities by which processes of one administration start and tell each other. */
export function processActivities(of: {
  client: WorkflowClient
  taskQueue: string
}): Pick<OrdinaryActivities, 'startConsent' | 'startProcess' | 'tell'> {
  const { client, taskQueue } = of

  /** Returns when the start is recorded; a repeat finds the first. */
  const startProcess = async ({ kind, process, input, title }: StartRequest): Promise<void> => {
    const startWorkflowOperation = new WithStartWorkflowOperation(kind, {
      workflowId: process,
      taskQueue,
      args: [input],
      workflowIdConflictPolicy: 'USE_EXISTING',
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
      staticSummary: title,
    })
    try {
      await client.executeUpdateWithStart('opened', { startWorkflowOperation })
    } catch (error) {
      // It ran and has ended: what it had to say is said.
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error
    }
  }

  return {
    startProcess,
    startConsent: async input => {
      const title = `Samtykke, sag ${input.caseId}`
      await startProcess({ kind: 'consent', process: input.consent, input, title })
      failpoint('after-consent-started')
    },
    /** A process that has ended, or says no, is not told; that is an answer and no fault. */
    tell: async ({ process, update, id, message }) => {
      try {
        const answer: unknown = await client
          .getHandle(process)
          .executeUpdate(update, { updateId: id, args: [message] })
        failpoint('after-told')
        return { told: true, answer }
      } catch (error) {
        if (error instanceof WorkflowNotFoundError) return { told: false, why: 'process-ended' }
        if (error instanceof WorkflowUpdateFailedError) return { told: false, why: codeOf(error) }
        throw error
      }
    },
  }
}

/** The stable code with which a process refused. */
function codeOf({ cause }: WorkflowUpdateFailedError): string {
  return (cause instanceof ApplicationFailure ? cause.type : undefined) ?? 'refused'
}
