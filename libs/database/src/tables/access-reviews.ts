import type { Instant, LocalDate, Owned } from './owner.js'

/** The review of an urgent access in one administration; `case_id` is the review's own code. */
export interface AccessReviewsTable extends Owned {
  process: string
  /** The case that was opened; a random reference once it is erased. */
  of_case: string
  /** Who took the access. */
  person: string
  taken_at: Instant
  until: Instant
  /** The reason that was given. */
  text_ref: string
  justified: boolean | null
  review_text_ref: string | null
  reviewed_at: Instant | null
  reviewed_by: string | null
  breach: boolean | null
  reported_on: LocalDate | null
  told_on: LocalDate | null
  breach_text_ref: string | null
  assessed_at: Instant | null
  assessed_by: string | null
}
