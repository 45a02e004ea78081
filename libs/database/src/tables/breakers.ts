import type { OutsideSystem } from '@brobygger/domain/outward'
import type { Instant } from './owner.js'

/** A system outside that does not answer. */
export interface BreakersTable {
  system: OutsideSystem
  failing_since: Instant
  /** How often in a row. */
  failures: number
  /** What was seen last, a word: `timeout`, `status-503`. */
  reason: string
  next_try_at: Instant
}
