import type { OutsideSystem } from '@brobygger/domain/outward'
import { sql } from 'kysely'
import type { Db } from '../connection/connect.js'
import type { Instant } from '../tables/owner.js'

/** So often in a row may a system fail before the others wait for whoever tries it. */
const PATIENCE = 3
/** The longest wait between two tries, in seconds, unless the system asks for more. */
const LONGEST = 60
/** How long whoever tries a system has it to themselves, in seconds: longer than a call takes. */
const TRIAL = 15

/** How long after it was time nobody has to have asked before a system counts as not asked any more, in seconds. */
const UNASKED = 3

/** Whether a system may be asked now: freely, as the one who tries it, or not before so many milliseconds. */
export type Permission = { readonly may: 'ask' | 'try' } | { readonly may: 'wait'; readonly waitMs: number }

/** Asks whether a system may be called. One round trip; two for a system that fails. */
export async function mayCall(db: Db, system: OutsideSystem): Promise<Permission> {
  const row = await db
    .selectFrom('breakers')
    .select(['failures', sql<number>`extract(epoch from next_try_at - now())::float * 1000`.as('waitMs')])
    .where('system', '=', system)
    .executeTakeFirst()
  if (row === undefined) return { may: 'ask' }
  if (row.failures < PATIENCE && row.waitMs <= 0) return { may: 'try' }
  if (row.waitMs > 0) return { may: 'wait', waitMs: Math.ceil(row.waitMs) }
  const mine = await db
    .updateTable('breakers')
    .set({ next_try_at: sql`now() + make_interval(secs => ${TRIAL})` })
    .where('system', '=', system)
    .where('next_try_at', '<=', sql<Instant>`now()`)
    .returning('system')
    .executeTakeFirst()
  return mine === undefined ? { may: 'wait', waitMs: 1_000 } : { may: 'try' }
}

/** Notes that a system did not answer, and when it is tried again: later each time, or when it asked to be. */
export async function noteFailure(
  db: Db,
  { system, reason, retryAfterMs }: { system: OutsideSystem; reason: string; retryAfterMs?: number },
): Promise<void> {
  const asked = (retryAfterMs ?? 0) / 1_000
  const pause = sql`make_interval(secs => greatest(${asked}::float,
    case when breakers.failures + 1 < ${PATIENCE} then 0
    else least(${LONGEST}, 2 ^ least(breakers.failures + 1 - ${PATIENCE}, 10)) end))`
  await db
    .insertInto('breakers')
    .values({
      system,
      reason,
      failing_since: sql`now()`,
      failures: 1,
      next_try_at: sql`now() + make_interval(secs => ${asked}::float)`,
    })
    .onConflict(conflict =>
      conflict.column('system').doUpdateSet({
        reason,
        failures: sql`breakers.failures + 1`,
        next_try_at: sql`now() + ${pause}`,
      }),
    )
    .execute()
}

/** Notes that a system answers again: it is asked freely from now on. */
export async function noteSuccess(db: Db, system: OutsideSystem): Promise<void> {
  await db.deleteFrom('breakers').where('system', '=', system).execute()
}

/** Systems that failed last, and that nobody has asked since it was time to: nothing waits for them. One round trip. */
export async function unaskedSystems(db: Db): Promise<OutsideSystem[]> {
  const rows = await db
    .selectFrom('breakers')
    .select('system')
    .where('next_try_at', '<', sql<Instant>`now() - make_interval(secs => ${UNASKED})`)
    .execute()
  return rows.map(({ system }) => system)
}

/** A system that does not answer. */
export interface FailingSystem {
  readonly system: OutsideSystem
  readonly failingSince: Instant
  readonly failures: number
  readonly reason: string
  readonly nextTryAt: Instant
}

/** Every system that does not answer, the longest outage first. */
export async function failingSystems(db: Db): Promise<FailingSystem[]> {
  return await db
    .selectFrom('breakers')
    .select(['system', 'failing_since as failingSince', 'failures', 'reason', 'next_try_at as nextTryAt'])
    .orderBy('failing_since')
    .execute()
}

/** How many cases wait for what, and since when. Real cases only: practice waits for nothing outside. */
export interface WaitingCases {
  readonly system: string
  readonly cases: number
  readonly since: Instant
}

export async function waitingCases(db: Db): Promise<WaitingCases[]> {
  return await db
    .selectFrom('waits')
    .select(({ fn }) => [
      'system',
      sql<number>`count(distinct case_id)::int`.as('cases'),
      fn.min('since').as('since'),
    ])
    .where('ended_at', 'is', null)
    .where('practice', '=', false)
    .groupBy('system')
    .orderBy('since')
    .execute()
}
