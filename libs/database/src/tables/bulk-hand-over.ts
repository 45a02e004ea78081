import type { BulkRefusal } from '@brobygger/domain/codes'
import type { EventOf } from '@brobygger/domain/events'
import type { Instant, LocalDate, Owned } from './owner.js'

/** All that somebody holds in one administration, on its way to a deputy. */
export interface BulkHandoversTable extends Owned {
  process: string
  from_person: string
  to_person: string
  reason: EventOf<'bulkStarted'>['reason']
  return_on: LocalDate | null
  /** Only these cases; null for everything. */
  cases: string[] | null
  /** How many processes there were; null until they are counted. */
  found: number | null
  started_at: Instant
}

/** What one process said to it. */
export interface BulkHandoverItemsTable extends Owned {
  /** The bulk hand-over. */
  process: string
  /** The process that was to be handed over. */
  item: string
  outcome: 'handedOver' | 'left' | BulkRefusal
  /** Who has it now; null where nobody new has. */
  to_person: string | null
  at: Instant
}
