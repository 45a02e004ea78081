import type { Assurance } from '@brobygger/domain/codes'
import { sql } from 'kysely'
import type { Db } from '../connection/connect.js'

/** How long a session lives without use, and in all, in seconds: half an hour, and a working day. */
export const SESSION_IDLE = 30 * 60
export const SESSION_LONGEST = 10 * 3600
/** A session's last use is written down no more often than so, in seconds: a read is no write. */
const SEEN_EVERY = 60

/** Who is logged in, and how sure that is. */
export interface Session {
  readonly person: string
  readonly assurance: Assurance
}

const lives = sql<boolean>`seen_at > now() - make_interval(secs => ${SESSION_IDLE})
  and began_at > now() - make_interval(secs => ${SESSION_LONGEST})`

/**
 * Begins a session, ends the one that the browser had before, and forgets those that have run out.
 * @param args.id digest of the new cookie
 * @param args.before digest of the cookie that the browser came with
 */
export async function beginSession(
  db: Db,
  args: Session & { id: string; before: string | null },
): Promise<void> {
  const { id, person, assurance, before } = args
  await db.transaction().execute(async tx => {
    await tx
      .deleteFrom('sessions')
      .where(where => where.or([where.not(lives), where('id', '=', before ?? '')]))
      .execute()
    await tx.insertInto('sessions').values({ id, person, assurance }).execute()
  })
}

/** The session of a cookie that still lives, and notes that it was used; one round trip, two once a minute. */
export async function useSession(db: Db, id: string): Promise<Session | undefined> {
  const found = await db
    .selectFrom('sessions')
    .select([
      'person',
      'assurance',
      sql<boolean>`seen_at < now() - make_interval(secs => ${SEEN_EVERY})`.as('stale'),
    ])
    .where('id', '=', id)
    .where(lives)
    .executeTakeFirst()
  if (found === undefined) return undefined
  if (found.stale) {
    await db
      .updateTable('sessions')
      .set({ seen_at: sql`now()` })
      .where('id', '=', id)
      .execute()
  }
  return { person: found.person, assurance: found.assurance }
}

/** Ends a session: its cookie opens nothing from now on. */
export async function endSession(db: Db, id: string): Promise<void> {
  await db.deleteFrom('sessions').where('id', '=', id).execute()
}
