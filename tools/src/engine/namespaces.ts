import type { Connection } from '@temporalio/client'
import { msToTs } from '@temporalio/common/lib/time.js'
import { isPracticeNamespace, namespacesOf, type Administration } from '@brobygger/domain/codes'
import { isGrpcError, Status } from './grpc-error.js'

/** How long the server keeps the history of a finished process. Practice leaves nothing worth keeping. */
const retentionDays = { real: 30, practice: 3 }

/** Registers the namespaces that are missing; the ones that are there keep their settings. */
export async function ensureNamespaces(
  connection: Connection,
  running: readonly Administration[],
): Promise<void> {
  for (const namespace of namespacesOf(running)) {
    const days = isPracticeNamespace(namespace) ? retentionDays.practice : retentionDays.real
    try {
      await connection.workflowService.registerNamespace({
        namespace,
        workflowExecutionRetentionPeriod: msToTs(days * 24 * 60 * 60 * 1000),
      })
    } catch (error) {
      if (!isGrpcError(error, Status.ALREADY_EXISTS)) throw error
    }
  }
}
