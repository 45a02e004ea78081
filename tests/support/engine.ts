import { randomUUID } from 'node:crypto'
import { Connection, type Payload } from '@temporalio/client'
import proto from '@temporalio/proto'

const { EventType } = proto.temporal.api.enums.v1

/** A process in the engine. */
export interface Execution {
  readonly namespace: string
  readonly workflowId: string
}

/** What somebody with a connection to the engine, and nothing else, sees and can do. */
export class RawEngine {
  private constructor(private readonly connection: Connection) {}

  static async connect(): Promise<RawEngine> {
    return new RawEngine(
      await Connection.connect({ address: process.env['BRO_TEST_TEMPORAL_ADDRESS'] ?? '' }),
    )
  }

  close(): Promise<void> {
    return this.connection.close()
  }

  /** The events of a process as the engine stores them. */
  async events({ namespace, workflowId }: Execution): Promise<proto.temporal.api.history.v1.IHistoryEvent[]> {
    const { history } = await this.connection.workflowService.getWorkflowExecutionHistory({
      namespace,
      execution: { workflowId },
    })
    return history?.events ?? []
  }

  /** The kinds of those events, in their order. */
  async eventTypes(execution: Execution): Promise<string[]> {
    return (await this.events(execution)).map(
      ({ eventType }) => EventType[eventType ?? 0] ?? String(eventType),
    )
  }

  /** What a process was started with, as it is stored. */
  async input(execution: Execution): Promise<Payload> {
    const [first] = await this.events(execution)
    const payload = first?.workflowExecutionStartedEventAttributes?.input?.payloads?.[0]
    if (!payload) throw new Error(`${execution.workflowId} has no input`)
    return payload
  }

  /** What a process sent to other administrations: operation and input, as it is stored. */
  async sentAcross(execution: Execution): Promise<{ operation: string; input: Payload }[]> {
    const events = await this.events(execution)
    return events.flatMap(({ nexusOperationScheduledEventAttributes: sent }) =>
      sent?.operation && sent.input ? [{ operation: sent.operation, input: sent.input }] : [],
    )
  }

  /** Ids of the keys that a process's payloads are encrypted with. */
  async keyIds(execution: Execution): Promise<Set<string>> {
    const { History } = proto.temporal.api.history.v1
    const stored = JSON.stringify(History.fromObject({ events: await this.events(execution) }).toJSON())
    const ids = [...stored.matchAll(/"brobygger-key":"([^"]+)"/g)].map(([, id = '']) => id)
    return new Set(ids.map(id => Buffer.from(id, 'base64').toString()))
  }

  /** Starts a process with a payload just as it is given. */
  async start({ namespace, workflowId }: Execution, type: string, payload: Payload): Promise<void> {
    await this.connection.workflowService.startWorkflowExecution({
      namespace,
      workflowId,
      workflowType: { name: type },
      taskQueue: { name: namespace },
      input: { payloads: [payload] },
      requestId: randomUUID(),
    })
  }

  /** Waits until a worker has looked at a process, and gives its failure to start with it, if it has failed. */
  async firstFailure(execution: Execution): Promise<proto.temporal.api.failure.v1.IFailure | null> {
    for (let left = 100; left > 0; left -= 1) {
      const events = await this.events(execution)
      const failed = events.find(({ eventType }) => eventType === EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED)
      if (failed) return failed.workflowTaskFailedEventAttributes?.failure ?? {}
      if (events.some(({ eventType }) => eventType === EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED))
        return null
      await new Promise(resolve => setTimeout(resolve, 100))
    }
    throw new Error(`no worker has looked at ${execution.workflowId}`)
  }

  async terminate({ namespace, workflowId }: Execution): Promise<void> {
    await this.connection.workflowService.terminateWorkflowExecution({
      namespace,
      workflowExecution: { workflowId },
    })
  }
}
