import type { Connection } from '@temporalio/client'
import { namespacesOf, type Administration } from '@brobygger/domain/codes'
import { isGrpcError, Status } from './grpc-error.js'

/**
 * Makes the Nexus endpoints that are missing. An endpoint is called like the namespace it leads to, and so is
 * the task queue behind it.
 */
export async function ensureNexusEndpoints(
  connection: Connection,
  running: readonly Administration[],
): Promise<void> {
  const { endpoints } = await connection.operatorService.listNexusEndpoints({ pageSize: 1000 })
  const present = new Set(endpoints.map(endpoint => endpoint.spec?.name))
  for (const name of namespacesOf(running).filter(namespace => !present.has(namespace))) {
    try {
      await connection.operatorService.createNexusEndpoint({
        spec: { name, target: { worker: { namespace: name, taskQueue: name } } },
      })
    } catch (error) {
      if (!isGrpcError(error, Status.ALREADY_EXISTS)) throw error
    }
  }
}
