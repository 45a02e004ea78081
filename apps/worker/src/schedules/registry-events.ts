import { dataConverter, type KeyRing } from '@brobygger/codec'
import { namespaceOf, type Administration } from '@brobygger/domain/codes'
import {
  ScheduleAlreadyRunning,
  ScheduleClient,
  ScheduleOverlapPolicy,
  type ConnectionLike,
} from '@temporalio/client'

/**
 * Makes the schedule that fetches what the register of persons tells; one that is there is left alone. It never runs
 * beside itself, and what was missed comes with the next one.
 */
export async function ensureRegistryEvents(of: {
  administration: Administration
  connection: ConnectionLike
  ring: KeyRing
}): Promise<void> {
  const { administration, connection, ring } = of
  const namespace = namespaceOf({ administration, practice: false })
  const schedules = new ScheduleClient({
    connection,
    namespace,
    dataConverter: dataConverter({ ring, administration }),
  })
  try {
    await schedules.create({
      scheduleId: 'registry-events',
      spec: { intervals: [{ every: '5 minutes' }] },
      policies: { catchupWindow: '1 minute', overlap: ScheduleOverlapPolicy.SKIP },
      action: { type: 'startWorkflow', workflowType: 'fetchRegistryEvents', taskQueue: namespace, args: [] },
    })
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error
  }
}
