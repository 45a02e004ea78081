import type { Instant, Owned } from './owner.js'

/** For whom alone an administration's part of a case is there. */
export interface RestrictionsTable extends Owned {
  /** Null when it was lifted. */
  people: string[] | null
  since: Instant
}

/** Urgent access that somebody took. Its end is by the server's clock, in practice cases too. */
export interface UrgentAccessesTable extends Owned {
  person: string
  until: Instant
}
