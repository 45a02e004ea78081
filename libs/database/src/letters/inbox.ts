import type { Administration } from '@brobygger/domain/codes'
import type { LetterNewsStatus, LetterReturn } from '@brobygger/domain/letters'
import { sql } from 'kysely'
import type { Db } from '../connection/connect.js'
import type { Instant } from '../tables/owner.js'

/** What a carrier says of a message. */
export interface LetterNews {
  readonly messageId: string
  readonly status: LetterNewsStatus
  readonly why: LetterReturn | null
  /** By the carrier's clock. */
  readonly at: Instant
}

/** The letter that news are about, and what is known of it already. */
export interface SentLetter {
  readonly process: string
  readonly seq: number
  readonly caseId: string
  readonly administration: Administration
  readonly practice: boolean
  readonly postedAt: Instant | null
  readonly deliveredAt: Instant | null
  readonly returnedAt: Instant | null
}

/** Keeps news until their letter is found. The same status of a message comes in once; false when it was there. */
export async function keepNews(db: Db, { messageId, status, why, at }: LetterNews): Promise<boolean> {
  const kept = await db
    .insertInto('letter_callbacks')
    .values({ message_id: messageId, status, why, at })
    .onConflict(conflict => conflict.doNothing())
    .returning('message_id')
    .executeTakeFirst()
  return kept !== undefined
}

/** Most news that are taken in one go. */
const MOST = 100

/**
 * Hands over news whose letter is known, oldest first, and marks them as taken. Several may call it at once: each news
 * is handed to one of them, and again when `take` throws.
 * @returns how many were taken
 */
export async function takeNews(
  db: Db,
  take: (news: LetterNews, sent: SentLetter) => Promise<void>,
): Promise<number> {
  return await db.transaction().execute(async tx => {
    const waiting = await tx
      .selectFrom('letter_callbacks as news')
      .innerJoin('letters as sent', 'sent.letter', 'news.message_id')
      .select(['news.message_id as messageId', 'news.status', 'news.why', 'news.at'])
      .select(['sent.process', 'sent.seq', 'sent.case_id as caseId', 'sent.administration', 'sent.practice'])
      .select([
        'sent.posted_at as postedAt',
        'sent.delivered_at as deliveredAt',
        'sent.returned_at as returnedAt',
      ])
      .where('news.taken_at', 'is', null)
      .orderBy('news.at')
      .limit(MOST)
      .forUpdate('news')
      .skipLocked()
      .execute()
    for (const { messageId, status, why, at, ...sent } of waiting) {
      await take({ messageId, status, why, at }, sent)
      await tx
        .updateTable('letter_callbacks')
        .set({ taken_at: sql`now()` })
        .where('message_id', '=', messageId)
        .where('status', '=', status)
        .execute()
    }
    return waiting.length
  })
}

/** News whose letter nobody knows. */
export interface UnknownNews {
  readonly messageId: string
  readonly status: LetterNewsStatus
  readonly receivedAt: Instant
}

/** News that have waited for their letter for at least so long, oldest first. One round trip. */
export async function unknownNews(
  db: Db,
  { olderThanSeconds }: { olderThanSeconds: number },
): Promise<UnknownNews[]> {
  return await db
    .selectFrom('letter_callbacks')
    .select(['message_id as messageId', 'status', 'received_at as receivedAt'])
    .where('taken_at', 'is', null)
    .where('received_at', '<', sql<Instant>`now() - make_interval(secs => ${olderThanSeconds})`)
    .orderBy('received_at')
    .limit(MOST)
    .execute()
}
