import type { Selection } from 'kysely'
import type { Db } from '../connection/connect.js'
import type { Database } from '../tables/database.js'

const reviewColumns = [
  'access_reviews.administration',
  'access_reviews.practice',
  'access_reviews.process',
  'access_reviews.of_case as ofCase',
  'access_reviews.person',
  'access_reviews.taken_at as takenAt',
  'access_reviews.until',
  'access_reviews.text_ref as textRef',
  'access_reviews.justified',
  'access_reviews.review_text_ref as reviewTextRef',
  'access_reviews.reviewed_at as reviewedAt',
  'access_reviews.reviewed_by as reviewedBy',
  'access_reviews.breach',
  'access_reviews.reported_on as reportedOn',
  'access_reviews.told_on as toldOn',
  'access_reviews.breach_text_ref as breachTextRef',
  'access_reviews.assessed_at as assessedAt',
  'access_reviews.assessed_by as assessedBy',
] as const

/** The review of an urgent access as it stands in one administration. */
export interface AccessReviewPart extends Selection<
  Database,
  'access_reviews',
  (typeof reviewColumns)[number]
> {
  readonly step: string | null
  readonly done: boolean
}

/** A review in each administration whose part was opened. One round trip. */
export async function accessReviewParts(db: Db, args: { code: string }): Promise<AccessReviewPart[]> {
  const rows = await db
    .selectFrom('access_reviews')
    .innerJoin('processes', 'processes.id', 'access_reviews.process')
    .select(reviewColumns)
    .select(eb => ['processes.step', eb('processes.status', '=', 'closed').as('done')])
    .where('access_reviews.case_id', '=', args.code)
    .orderBy('access_reviews.process')
    .execute()
  return rows.map(row => ({ ...row, done: Boolean(row.done) }))
}
