import type { RegistryEvent } from '@brobygger/domain/messages'
import { WorkflowNotFoundError, type WorkflowClient } from '@temporalio/client'

/** Signals a process what a register tells of somebody in its case; one that has ended needs not hear of it. */
export async function signalRegistryEvent(
  client: Pick<WorkflowClient, 'getHandle'>,
  { process, message }: { process: string; message: RegistryEvent },
): Promise<void> {
  try {
    await client.getHandle(process).signal('registryEvent', message)
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error
  }
}
