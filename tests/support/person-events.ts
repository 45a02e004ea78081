import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { ScheduleClient, ScheduleOverlapPolicy, type Connection } from '@temporalio/client'
import type pg from 'pg'

/** What the register of persons tells of somebody. */
interface Told {
  readonly kind: string
  readonly number: string
  readonly on?: string
  readonly id?: string
  readonly municipality?: string
  readonly newNumber?: string
}

/** The register tells something, of today unless said otherwise; gives the event's id. */
export async function publish({ id = randomUUID(), ...told }: Told): Promise<string> {
  const response = await fetch(`${process.env['BRO_TEST_SIMULATORS_URL'] ?? ''}/cpr-events/publish`, {
    method: 'POST',
    body: JSON.stringify({ id, on: new Date().toISOString().slice(0, 10), ...told }),
  })
  if (response.status !== 200) throw new Error(`not published: ${response.status}`)
  return id
}

/** Both administrations fetch now, instead of within five minutes, and everything fetched has been told on. */
export async function fetchNow(
  { connection, database }: { connection: Connection; database: pg.Client },
  event: string,
): Promise<void> {
  for (let left = 150; left > 0; left--) {
    // Two triggers in one second are one run, which may have begun before the event was there.
    if (left % 20 === 10 || left === 150) await trigger(connection)
    const { rows } = await database.query<{ done: boolean }>(
      `select (select count(*) from brobygger.registry_inbox where event = $1) = 2
        and not exists (select from brobygger.registry_deliveries where event = $1) as done`,
      [event],
    )
    if (rows[0]?.done === true) return
    await sleep(100)
  }
  throw new Error('the event did not come in')
}

/** Both administrations look for events now. */
export async function trigger(connection: Connection): Promise<void> {
  for (const namespace of ['children-and-youth', 'social-services']) {
    const schedules = new ScheduleClient({ connection, namespace })
    await schedules.getHandle('registry-events').trigger(ScheduleOverlapPolicy.ALLOW_ALL)
  }
}
