import { isGrpcServiceError, type Client } from '@temporalio/client'
import proto from '@temporalio/proto'

const Stage = proto.temporal.api.enums.v1.UpdateWorkflowExecutionLifecycleStage
const ACCEPTED = Stage.UPDATE_WORKFLOW_EXECUTION_LIFECYCLE_STAGE_ACCEPTED

/** What became of an update: `taken` is durable, `refused` left no trace, and of `unknown` nobody has taken it yet. */
export type Fate = 'taken' | 'refused' | 'unknown'

/** What became of an update. Asked when its answer did not come in time. */
export async function fateOfUpdate(client: Client, update: { process: string; id: string }): Promise<Fate> {
  try {
    const { stage, outcome } = await client.workflowService.pollWorkflowExecutionUpdate({
      namespace: client.options.namespace,
      updateRef: { workflowExecution: { workflowId: update.process }, updateId: update.id },
      waitPolicy: { lifecycleStage: ACCEPTED },
    })
    // A refusal counts as completed, too: it has come through every stage.
    if (outcome?.failure) return 'refused'
    return stage >= ACCEPTED ? 'taken' : 'unknown'
  } catch (error) {
    // Not found, or not known in time: nobody has taken it.
    if (isGrpcServiceError(error)) return 'unknown'
    throw error
  }
}
