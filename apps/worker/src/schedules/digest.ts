import { dataConverter, type KeyRing } from '@brobygger/codec'
import { namespaceOf, type Administration } from '@brobygger/domain/codes'
import {
  ScheduleAlreadyRunning,
  ScheduleClient,
  ScheduleOverlapPolicy,
  type ConnectionLike,
} from '@temporalio/client'

/**
 * Makes the schedule of the daily digest: working mornings at 07:00 local time, which exists once on every day of the
 * year. After an outage only a digest missed within the last four hours is sent.
 */
export async function ensureDigest(of: {
  administration: Administration
  connection: ConnectionLike
  ring: KeyRing
}): Promise<void> {
  const { administration, connection, ring } = of
  const namespace = namespaceOf({ administration, practice: false })
  try {
    const schedules = new ScheduleClient({
      connection,
      namespace,
      dataConverter: dataConverter({ ring, administration }),
    })
    await schedules.create({
      scheduleId: 'daily-digest',
      spec: {
        calendars: [{ hour: 7, dayOfWeek: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'] }],
        timezone: 'Europe/Copenhagen',
      },
      policies: { catchupWindow: '4 hours', overlap: ScheduleOverlapPolicy.SKIP },
      action: { type: 'startWorkflow', workflowType: 'dailyDigest', taskQueue: namespace, args: [] },
    })
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error
  }
}
