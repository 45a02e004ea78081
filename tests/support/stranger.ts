import { randomUUID } from 'node:crypto'
import { Connection, type Payload } from '@temporalio/client'
import { msToTs } from '@temporalio/common/lib/time.js'
import proto from '@temporalio/proto'
import type { Execution } from './engine.js'

const { CommandType, EventType } = proto.temporal.api.enums.v1
type HistoryEvent = proto.temporal.api.history.v1.IHistoryEvent

/** An operation to call, with an input just as it is given. */
export interface StrangersCall {
  readonly endpoint: string
  readonly service: string
  readonly operation: string
  readonly input: Payload
}

/** What a call came to: answered, or the type of its refusal, such as `UNAUTHORIZED`. */
export type CallEnd = 'answered' | (string & {})

const ends: readonly (number | null | undefined)[] = [
  EventType.EVENT_TYPE_NEXUS_OPERATION_COMPLETED,
  EventType.EVENT_TYPE_NEXUS_OPERATION_FAILED,
  EventType.EVENT_TYPE_NEXUS_OPERATION_TIMED_OUT,
]

/**
 * Somebody who may run processes in a namespace, and has no key and none of our code: speaks with the engine alone,
 * and schedules whatever operation on whatever endpoint.
 */
export class Stranger {
  private constructor(
    private readonly connection: Connection,
    private readonly namespace: string,
  ) {}

  static async in(namespace: string): Promise<Stranger> {
    const address = process.env['BRO_TEST_TEMPORAL_ADDRESS'] ?? ''
    return new Stranger(await Connection.connect({ address }), namespace)
  }

  close(): Promise<void> {
    return this.connection.close()
  }

  /** Calls an operation from a process of the stranger's own; what that came to. */
  async call(call: StrangersCall): Promise<CallEnd> {
    const execution = await this.start()
    try {
      await this.command(execution, call)
      return await this.end(execution)
    } finally {
      await this.connection.workflowService.terminateWorkflowExecution({
        namespace: this.namespace,
        workflowExecution: { workflowId: execution.workflowId },
      })
    }
  }

  private async start(): Promise<Execution> {
    const workflowId = `stranger-${randomUUID()}`
    await this.connection.workflowService.startWorkflowExecution({
      namespace: this.namespace,
      workflowId,
      workflowType: { name: 'stranger' },
      taskQueue: { name: workflowId },
      requestId: randomUUID(),
    })
    return { namespace: this.namespace, workflowId }
  }

  private async command({ workflowId }: Execution, call: StrangersCall): Promise<void> {
    const { workflowService } = this.connection
    const { taskToken } = await this.connection.withDeadline(Date.now() + 30_000, () =>
      workflowService.pollWorkflowTaskQueue({
        namespace: this.namespace,
        taskQueue: { name: workflowId },
        identity: 'stranger',
      }),
    )
    await workflowService.respondWorkflowTaskCompleted({
      namespace: this.namespace,
      taskToken,
      identity: 'stranger',
      commands: [
        {
          commandType: CommandType.COMMAND_TYPE_SCHEDULE_NEXUS_OPERATION,
          scheduleNexusOperationCommandAttributes: { ...call, scheduleToCloseTimeout: msToTs('5 seconds') },
        },
      ],
    })
  }

  private async end({ namespace, workflowId }: Execution): Promise<CallEnd> {
    for (let left = 200; left > 0; left -= 1) {
      const { history } = await this.connection.workflowService.getWorkflowExecutionHistory({
        namespace,
        execution: { workflowId },
      })
      const end = history?.events?.find(({ eventType }) => ends.includes(eventType))
      if (end) return endOf(end)
      await new Promise(resolve => setTimeout(resolve, 100))
    }
    throw new Error('the call came to no end')
  }
}

function endOf(event: HistoryEvent): CallEnd {
  if (event.nexusOperationCompletedEventAttributes) return 'answered'
  if (event.nexusOperationTimedOutEventAttributes) return 'timed out'
  const cause = event.nexusOperationFailedEventAttributes?.failure?.cause
  return cause?.nexusHandlerFailureInfo?.type ?? JSON.stringify(cause)
}
