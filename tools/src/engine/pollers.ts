import proto from '@temporalio/proto'
import { withTemporal } from './connect.js'

const { DescribeTaskQueueMode, TaskQueueType } = proto.temporal.api.enums.v1
const workflow = TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW

/**
 * Whether a worker that was started after `since` polls the task queue of every given namespace.
 * Asked of the server, so it holds for what the server would hand a task to. A queue has several partitions and
 * a worker polls some of them: only the enhanced mode looks at all.
 */
export async function arePolled(address: string, namespaces: readonly string[], since: Date): Promise<boolean> {
  return withTemporal(address, async connection => {
    const polled = await Promise.all(
      namespaces.map(async namespace => {
        const { versionsInfo } = await connection.workflowService.describeTaskQueue({
          namespace,
          taskQueue: { name: namespace },
          apiMode: DescribeTaskQueueMode.DESCRIBE_TASK_QUEUE_MODE_ENHANCED,
          reportPollers: true,
          taskQueueTypes: [workflow],
        })
        const pollers = Object.values(versionsInfo).flatMap(version => version.typesInfo?.[workflow]?.pollers ?? [])
        return pollers.some(poller => Number(poller.lastAccessTime?.seconds ?? 0) * 1000 >= since.getTime() - 1000)
      }),
    )
    return polled.every(Boolean)
  })
}
