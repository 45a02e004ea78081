import {
  WithStartWorkflowOperation,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  type WorkflowClient,
} from '@temporalio/client'
import { failpoint } from '../failpoints.js'
import type { OrdinaryActivities } from './types.js'

/** The activities by which processes of one administration start and tell each other. */
export function processActivities(of: {
  client: WorkflowClient
  taskQueue: string
}): Pick<OrdinaryActivities, 'startConsent' | 'tell'> {
  const { client, taskQueue } = of
  return {
    /** Returns when the consent's start is recorded; a repeat finds the first. */
    startConsent: async input => {
      const startWorkflowOperation = new WithStartWorkflowOperation('consent', {
        workflowId: input.consent,
        taskQueue,
        args: [input],
        workflowIdConflictPolicy: 'USE_EXISTING',
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
        staticSummary: `Samtykke, sag ${input.caseId}`,
      })
      try {
        await client.executeUpdateWithStart('opened', { startWorkflowOperation })
      } catch (error) {
        // It ran and has ended: what it had to say is said.
        if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error
      }
      failpoint('after-consent-started')
    },
    /** A process that has ended, or says no, is not told; that is an answer and no fault. */
    tell: async ({ process, update, id, message }) => {
      try {
        await client.getHandle(process).executeUpdate(update, { updateId: id, args: [message] })
        failpoint('after-told')
        return { told: true }
      } catch (error) {
        if (error instanceof WorkflowNotFoundError || error instanceof WorkflowUpdateFailedError) {
          return { told: false }
        }
        throw error
      }
    },
  }
}
