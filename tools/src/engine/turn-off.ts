import { administrations, namespaceOf, type Administration } from '@brobygger/domain/codes'
import { ScheduleClient, type Connection } from '@temporalio/client'
import { withTemporal, type Place } from './connect.js'
import { isGrpcError, Status } from './grpc-error.js'

/**
 * Turns off what an earlier set-up turned on: an administration that does not run any more loses its schedules, which
 * would start what no worker takes. Its finished processes stay, and practice cases stand still.
 *
 * @throws Error when one of them has a real process that runs: it would be dropped
 */
export async function turnOff(args: { place: Place; running: readonly Administration[] }): Promise<void> {
  const resting = administrations.codes
    .filter(code => !args.running.includes(code))
    .map(administration => namespaceOf({ administration, practice: false }))
  await withTemporal(args.place, async connection => {
    const counts = await Promise.all(
      resting.map(async namespace => ({ namespace, processes: await runningIn(connection, namespace) })),
    )
    const busy = counts.filter(({ processes }) => processes !== undefined && processes > 0)
    if (busy.length > 0) {
      const found = busy.map(({ namespace, processes }) => `${namespace} has ${String(processes)}`).join(', ')
      throw new Error(
        `An administration with running processes cannot be turned off: ${found}. ` +
          'Let them end, or let it run in the municipality’s file.',
      )
    }
    for (const { namespace, processes } of counts) {
      if (processes !== undefined) await deleteSchedules(connection, namespace)
    }
  })
}

/** How many processes run in a namespace; undefined where there is no such namespace. */
async function runningIn(connection: Connection, namespace: string): Promise<number | undefined> {
  try {
    const query = `ExecutionStatus = 'Running'`
    return Number((await connection.workflowService.countWorkflowExecutions({ namespace, query })).count)
  } catch (error) {
    if (isGrpcError(error, Status.NOT_FOUND)) return undefined
    throw error
  }
}

async function deleteSchedules(connection: Connection, namespace: string): Promise<void> {
  const schedules = new ScheduleClient({ connection, namespace })
  for await (const { scheduleId } of schedules.list()) await schedules.getHandle(scheduleId).delete()
}
