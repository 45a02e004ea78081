import { createHash } from 'node:crypto'

/** What becomes of a visit in the year that is played. */
export interface Fate {
  readonly outcome: 'held' | 'moved' | 'cancelled' | 'missed'
  /** A concern is raised on the spot. */
  readonly enquiry: boolean
  /** The leader leaves a missed visit lying, so that it reaches the next manager. */
  readonly leftLying: boolean
}

/** In a hundred: moved, cancelled and missed visits, enquiries among those held, missed ones left lying. */
const MOVED = 5
const CANCELLED = 2
const MISSED = 5
const ENQUIRIES = 15
const LEFT_LYING = 30

/** The same for the same visit every time, so that two runs can be compared. */
export function fateOf(visit: { cluster: string; institution: string; on: string }): Fate {
  const [first = 0, second = 0, third = 0] = createHash('sha256')
    .update(`${visit.cluster} ${visit.institution} ${visit.on}`)
    .digest()
    .subarray(0, 3)
    .map(byte => byte % 100)
  const outcome =
    first < MOVED
      ? 'moved'
      : first < MOVED + CANCELLED
        ? 'cancelled'
        : first < MOVED + CANCELLED + MISSED
          ? 'missed'
          : 'held'
  return { outcome, enquiry: second < ENQUIRIES, leftLying: third < LEFT_LYING }
}
