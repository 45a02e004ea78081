import {
  WithStartWorkflowOperation,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client'
import { getClient, operationInfo } from '@temporalio/nexus'
import { processes } from '@brobygger/domain/processes'
import { failpoint } from '../failpoints.js'

/** Starts a process under the offer's id, once, and waits until its start is recorded. */
export async function startOnce(
  kind: 'referral' | 'notification' | 'familyHouseCourse',
  args: { id: string; caseId: string; input: unknown },
): Promise<void> {
  const { id, caseId, input } = args
  const startWorkflowOperation = new WithStartWorkflowOperation(kind, {
    workflowId: id,
    taskQueue: operationInfo().taskQueue,
    args: [input],
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'REJECT_DUPLICATE',
    staticSummary: `${processes[kind].title.da}, sag ${caseId}`,
  })
  try {
    await getClient().workflow.executeUpdateWithStart('opened', { startWorkflowOperation })
  } catch (error) {
    // It was received, has run and has ended.
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error
  }
  failpoint('after-nexus-start')
}

/** Tells a process something; null when it has ended or says no. A repeat under the same id tells it once. */
export async function tellProcess<T>(args: {
  process: string
  update: string
  id: string
  message: unknown
}): Promise<T | null> {
  const { process, update, id, message } = args
  try {
    const answer = await getClient()
      .workflow.getHandle(process)
      .executeUpdate<T, [unknown]>(update, { updateId: id, args: [message] })
    failpoint('after-nexus-tell')
    return answer
  } catch (error) {
    if (error instanceof WorkflowNotFoundError || error instanceof WorkflowUpdateFailedError) return null
    throw error
  }
}
