import { isGrpcServiceError, type Client } from '@temporalio/client'
import proto from '@temporalio/proto'

const Stage = proto.temporal.api.enums.v1.UpdateWorkflowExecutionLifecycleStage
const ACCEPTED = Stage.UPDATE_WORKFLOW_EXECUTION_LIFECYCLE_STAGE_ACCEPTED

/** Whether an update is accepted, and thereby durable. Asked when its answer did not come in time. */
export async function isUpdateAccepted(
  client: Client,
  update: { process: string; id: string },
): Promise<boolean> {
  try {
    const { stage } = await client.workflowService.pollWorkflowExecutionUpdate({
      namespace: client.options.namespace,
      updateRef: { workflowExecution: { workflowId: update.process }, updateId: update.id },
      waitPolicy: { lifecycleStage: ACCEPTED },
    })
    return stage >= ACCEPTED
  } catch (error) {
    // Not found, or not known in time: nobody has taken it.
    if (isGrpcServiceError(error)) return false
    throw error
  }
}
