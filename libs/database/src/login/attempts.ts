import { sql } from 'kysely'
import type { Db } from '../connection/connect.js'

/** How long somebody may take to log in, in seconds. */
export const ATTEMPT_LONGEST = 10 * 60

/** What has to be remembered of a login that is under way. */
export interface LoginAttempt {
  readonly nonce: string
  readonly verifier: string
  /** Where the browser goes afterwards: a path of ours. */
  readonly returnTo: string
}

const lives = sql<boolean>`began_at > now() - make_interval(secs => ${ATTEMPT_LONGEST})`

/** Writes down a login that begins, and forgets those that came to nothing. */
export async function beginAttempt(db: Db, args: LoginAttempt & { id: string }): Promise<void> {
  const { id, nonce, verifier, returnTo } = args
  await db
    .deleteFrom('login_attempts')
    .where(where => where.not(lives))
    .execute()
  await db.insertInto('login_attempts').values({ id, nonce, verifier, return_to: returnTo }).execute()
}

/** A login that comes back, once: the second time it is not there. */
export async function takeAttempt(db: Db, id: string): Promise<LoginAttempt | undefined> {
  return await db
    .deleteFrom('login_attempts')
    .where('id', '=', id)
    .where(lives)
    .returning(['nonce', 'verifier', 'return_to as returnTo'])
    .executeTakeFirst()
}
