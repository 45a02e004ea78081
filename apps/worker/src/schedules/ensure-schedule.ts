import { dataConverter, type KeyRing } from '@brobygger/codec'
import { namespaceOf, type Administration } from '@brobygger/domain/codes'
import {
  ScheduleAlreadyRunning,
  ScheduleClient,
  ScheduleOverlapPolicy,
  type ConnectionLike,
  type ScheduleHandle,
  type ScheduleOptions,
} from '@temporalio/client'

/** Whose schedules they are, and how the engine is reached. */
export interface SchedulePlace {
  readonly administration: Administration
  readonly connection: ConnectionLike
  readonly ring: KeyRing
}

/** When a schedule starts which workflow of the real cases' namespace. */
export interface Scheduled {
  readonly id: string
  readonly workflow: string
  readonly spec: ScheduleOptions['spec']
  /** How long something missed in an outage is caught up. */
  readonly catchupWindow: `${number} ${'minute' | 'hours'}`
}

/**
 * Makes a schedule that never runs beside itself; one that is there is left alone.
 *
 * @returns the one that was there already, undefined when it is new
 */
export async function ensureSchedule(
  { administration, connection, ring }: SchedulePlace,
  { id, workflow, spec, catchupWindow }: Scheduled,
): Promise<ScheduleHandle | undefined> {
  const namespace = namespaceOf({ administration, practice: false })
  const schedules = new ScheduleClient({
    connection,
    namespace,
    dataConverter: dataConverter({ ring, administration }),
  })
  try {
    await schedules.create({
      scheduleId: id,
      spec,
      policies: { catchupWindow, overlap: ScheduleOverlapPolicy.SKIP },
      action: { type: 'startWorkflow', workflowType: workflow, taskQueue: namespace, args: [] },
    })
    return undefined
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error
    return schedules.getHandle(id)
  }
}
