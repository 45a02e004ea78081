import { sql } from 'kysely'
import type { Db } from '../connection/connect.js'

/** A command under a key that its sender chose; a repeat comes under the same key. */
export interface CommandKey {
  readonly person: string
  readonly key: string
}

type Json = Readonly<Record<string, unknown>>

/**
 * `begun`: do it, by this plan. `answered`: it was done, give this answer again. `running`: somebody is doing it now.
 * `mismatch`: the key was used for another command.
 */
export type Beginning =
  | { readonly state: 'begun'; readonly plan: Json }
  | { readonly state: 'answered'; readonly status: number; readonly answer: Json }
  | { readonly state: 'running' }
  | { readonly state: 'mismatch' }

/** How long a command may take before a repeat goes on with it, in seconds. */
const PATIENCE = 15

/**
 * Begins a command, unless it was done already. One round trip, two for a repeat.
 * @param args.requestHash of the whole command
 * @param args.plan what was chosen for it, such as ids; a repeat after a crash is given the first plan
 */
export async function beginIdempotent(
  db: Db,
  args: CommandKey & { requestHash: string; plan: Json },
): Promise<Beginning> {
  const { person, key, requestHash } = args
  const begun = await db
    .insertInto('idempotency')
    .values({
      person,
      key,
      request_hash: requestHash,
      plan: sql`${JSON.stringify(args.plan)}::jsonb`,
      begun_at: sql`now()`,
    })
    .onConflict(conflict =>
      conflict
        .columns(['person', 'key'])
        .doUpdateSet({ begun_at: sql`now()` })
        .where('idempotency.status', 'is', null)
        .where('idempotency.request_hash', '=', requestHash)
        .where(sql<boolean>`idempotency.begun_at < now() - make_interval(secs => ${PATIENCE})`),
    )
    .returning('plan')
    .executeTakeFirst()
  if (begun !== undefined) return { state: 'begun', plan: begun.plan }

  const held = await db
    .selectFrom('idempotency')
    .select(['request_hash as requestHash', 'status', 'answer'])
    .where('person', '=', person)
    .where('key', '=', key)
    .executeTakeFirst()
  if (held === undefined) return { state: 'running' }
  if (held.requestHash !== requestHash) return { state: 'mismatch' }
  if (held.status === null || held.answer === null) return { state: 'running' }
  return { state: 'answered', status: held.status, answer: held.answer }
}

/** Keeps the answer for repeats. One round trip. */
export async function finishIdempotent(
  db: Db,
  args: CommandKey & { status: number; answer: Json },
): Promise<void> {
  await db
    .updateTable('idempotency')
    .set({ status: args.status, answer: sql`${JSON.stringify(args.answer)}::jsonb` })
    .where('person', '=', args.person)
    .where('key', '=', args.key)
    .execute()
}

/** Lets go of a command that was refused, so that its key can be used for a corrected one. One round trip. */
export async function dropIdempotent(db: Db, args: CommandKey): Promise<void> {
  await db
    .deleteFrom('idempotency')
    .where('person', '=', args.person)
    .where('key', '=', args.key)
    .where('status', 'is', null)
    .execute()
}
