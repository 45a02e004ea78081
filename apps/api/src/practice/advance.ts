import { randomUUID } from 'node:crypto'
import type { Client } from '@temporalio/client'
import { msToTs } from '@temporalio/common/lib/time.js'
import proto from '@temporalio/proto'

const Polled = proto.temporal.api.enums.v1.FastForwardPollingResult

/**
 * Plays one execution forward by so many milliseconds of its own clock; returns when it is there. The engine allows
 * it in practice namespaces only. An execution that ends on the way stays where it ended.
 */
export async function advance(client: Client, process: string, milliseconds: number): Promise<void> {
  const { namespace } = client.options
  const execution = { namespace, workflowExecution: { workflowId: process } }
  const id = randomUUID()
  await client.workflowService.updateWorkflowExecutionOptions({
    ...execution,
    workflowExecutionOptions: {
      timeSkippingConfig: { enabled: true, fastForwardConfig: { id, duration: msToTs(milliseconds) } },
    },
    updateMask: { paths: ['time_skipping_config'] },
  })
  for (;;) {
    const polled = await client.workflowService.pollWorkflowExecutionTimeSkipping({
      ...execution,
      fastForwardId: id,
    })
    if (polled.fastForwardPollingResult !== Polled.FAST_FORWARD_POLLING_RESULT_POLL_TIMEOUT) return
  }
}
