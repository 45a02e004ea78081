import type { Connection } from '@temporalio/client'
import { isGrpcError, Status } from './grpc-error.js'

/**
 * Whether the server lets time be skipped in a namespace. Asked for an execution that cannot exist: where
 * skipping is allowed the answer is 'workflow not found', where it is not the request is refused before it is
 * looked up. 'Namespace not found' has the same status and means that the server does not know it yet.
 */
export async function canSkipTime(connection: Connection, namespace: string): Promise<boolean> {
  try {
    await connection.workflowService.updateWorkflowExecutionOptions({
      namespace,
      workflowExecution: { workflowId: 'set-up-asks-whether-time-can-be-skipped' },
      workflowExecutionOptions: { timeSkippingConfig: { enabled: true } },
      updateMask: { paths: ['time_skipping_config'] },
    })
    return true
  } catch (error) {
    return isGrpcError(error, Status.NOT_FOUND) && !/namespace/i.test((error as Error).message)
  }
}
