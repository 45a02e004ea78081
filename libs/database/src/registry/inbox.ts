import type { Administration } from '@brobygger/domain/codes'
import type { RegistryEvent } from '@brobygger/domain/messages'
import type { ProcessKind } from '@brobygger/domain/processes'
import { sql } from 'kysely'
import type { Db } from '../connection/connect.js'

/** An event of the feed as the inbox keeps it, and the processes that have to hear of it. */
export interface Received extends Pick<RegistryEvent, 'event' | 'fact' | 'on'> {
  readonly administration: Administration
  /** Where the feed has it. */
  readonly position: number
  readonly deliveries: readonly { process: string; caseId: string; message: RegistryEvent }[]
}

/** An event that a process has still to hear of. */
export interface Delivery {
  readonly event: string
  readonly process: string
  readonly message: RegistryEvent
}

/** The highest position of the feed that is in an administration's inbox; 0 before the first. One round trip. */
export async function lastPosition(db: Db, administration: Administration): Promise<number> {
  const row = await db
    .selectFrom('registry_inbox')
    .where('administration', '=', administration)
    .select('position')
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.position ?? 0
}

/** Those of some events that are in the inbox already. One round trip. */
export async function knownEvents(
  db: Db,
  { administration, events }: { administration: Administration; events: readonly string[] },
): Promise<ReadonlySet<string>> {
  if (events.length === 0) return new Set()
  const rows = await db
    .selectFrom('registry_inbox')
    .where('administration', '=', administration)
    .where('event', 'in', events)
    .select('event')
    .execute()
  return new Set(rows.map(({ event }) => event))
}

/**
 * Takes an event in, with whom it is for, in one transaction; one that is there already is left alone, but for where the
 * feed had it last.
 */
export async function receive(db: Db, received: Received): Promise<void> {
  const { administration, event, position, fact, on, deliveries } = received
  await db.transaction().execute(async transaction => {
    const [taken] = await transaction
      .insertInto('registry_inbox')
      .values({ administration, event, position, fact, happened_on: on, processes: deliveries.length })
      .onConflict(conflict =>
        conflict
          .columns(['administration', 'event'])
          .doUpdateSet({ position: sql`greatest(registry_inbox.position, excluded.position)` }),
      )
      .returning(sql<boolean>`xmax = 0`.as('isNew'))
      .execute()
    if (taken?.isNew !== true || deliveries.length === 0) return
    await transaction
      .insertInto('registry_deliveries')
      .values(
        deliveries.map(({ process, caseId, message }) => ({
          ...{ administration, event, process, case_id: caseId },
          message: JSON.stringify(message) as unknown as RegistryEvent,
        })),
      )
      .execute()
  })
}

/** What processes of an administration have still to hear of, in the order of the feed. One round trip. */
export async function openDeliveries(db: Db, administration: Administration): Promise<Delivery[]> {
  return await db
    .selectFrom('registry_deliveries as delivery')
    .innerJoin('registry_inbox as inbox', join =>
      join
        .onRef('inbox.administration', '=', 'delivery.administration')
        .onRef('inbox.event', '=', 'delivery.event'),
    )
    .where('delivery.administration', '=', administration)
    .select(['delivery.event', 'delivery.process', 'delivery.message'])
    .orderBy('inbox.position')
    .orderBy('delivery.process')
    .execute()
}

/** A process has heard of it, or has ended and needs not. Can be repeated. */
export async function delivered(
  db: Db,
  { administration, event, process }: { administration: Administration; event: string; process: string },
): Promise<void> {
  await db
    .deleteFrom('registry_deliveries')
    .where('administration', '=', administration)
    .where('event', '=', event)
    .where('process', '=', process)
    .execute()
}

/** Open real processes, of these kinds, of some cases in an administration. One round trip. */
export async function runningOf(
  db: Db,
  of: { administration: Administration; cases: readonly string[]; kinds: readonly ProcessKind[] },
): Promise<{ process: string; caseId: string }[]> {
  if (of.cases.length === 0) return []
  return await db
    .selectFrom('processes')
    .where('status', '=', 'open')
    .where('administration', '=', of.administration)
    .where('practice', '=', false)
    .where('case_id', 'in', of.cases)
    .where('kind', 'in', of.kinds)
    .select(['id as process', 'case_id as caseId'])
    .orderBy('id')
    .execute()
}
