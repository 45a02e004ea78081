import { dataConverter, type KeyRing } from '@brobygger/codec'
import { namespaceOf, type Administration } from '@brobygger/domain/codes'
import {
  ScheduleAlreadyRunning,
  ScheduleClient,
  ScheduleOverlapPolicy,
  type ConnectionLike,
} from '@temporalio/client'

const SCHEDULE = 'retention'

/** 06:45 local time exists once on every day of the year. */
const TIME = { hour: 6, minute: 45 }

/**
 * Makes the schedule that begins the month's list of cases that have been kept long enough, each morning; one that is
 * there is left alone. A morning missed is caught up for twelve hours: the next one begins whatever is missing.
 */
export async function ensureRetention(of: {
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
      scheduleId: SCHEDULE,
      spec: { calendars: [TIME], timezone: 'Europe/Copenhagen' },
      policies: { catchupWindow: '12 hours', overlap: ScheduleOverlapPolicy.SKIP },
      action: { type: 'startWorkflow', workflowType: 'openRetention', taskQueue: namespace, args: [] },
    })
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error
  }
}
