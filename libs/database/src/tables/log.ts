import type { EventBody, EventType } from '@brobygger/domain/events'
import type { Ledger } from '@brobygger/domain/processes'
import type { GeneratedAlways } from 'kysely'
import type { Instant, Owned } from './owner.js'

/** The event log: append-only, the read model can be rebuilt from it. */
export interface EventsTable extends Owned {
  position: GeneratedAlways<number>
  process: string
  seq: number
  at: Instant
  by: string | null
  type: EventType
  body: EventBody
}

/** The last ledger of each process. `seq` is the number of the last event it has seen. */
export interface LedgersTable extends Owned {
  process: string
  seq: number
  ledger: Ledger
  updated_at: Instant
}
