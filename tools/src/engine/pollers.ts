import proto from '@temporalio/proto'
import { withTemporal } from './connect.js'

/**
 * Whether a worker that was started after `since` polls the task queue of every given namespace.
 * Asked of the server, so it holds for what the server would hand a task to.
 */
export async function arePolled(
  address: string,
  namespaces: readonly string[],
  since: Date,
): Promise<boolean> {
  return withTemporal(address, async connection => {
    const polled = await Promise.all(
      namespaces.map(async namespace => {
        const { pollers } = await connection.workflowService.describeTaskQueue({
          namespace,
          taskQueue: { name: namespace },
          taskQueueType: proto.temporal.api.enums.v1.TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW,
        })
        return pollers.some(
          poller => Number(poller.lastAccessTime?.seconds ?? 0) * 1000 >= since.getTime() - 1000,
        )
      }),
    )
    return polled.every(Boolean)
  })
}
