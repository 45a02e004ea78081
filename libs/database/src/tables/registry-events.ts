import type { ToldAbsence } from '@brobygger/domain/absence'
import type { Administration, RegistryFact } from '@brobygger/domain/codes'
import type { RegistryEvent } from '@brobygger/domain/messages'
import type { Generated } from 'kysely'
import type { Instant, LocalDate, Owned } from './owner.js'

/** What a register told of somebody in a case. */
export interface RegistryEventsTable extends Owned {
  process: string
  seq: number
  fact: RegistryFact
  person: string
  relation: string | null
  happened_on: LocalDate
  municipality: string | null
  text_ref: string | null
  absence: ToldAbsence | null
  received_at: Instant
}

/** Each event of the register's feed, once in each administration. */
export interface RegistryInboxTable {
  administration: Administration
  event: string
  /** Where the feed had it last. */
  position: number
  fact: RegistryFact
  happened_on: LocalDate
  received_at: Generated<Instant>
  processes: number
}

/** A process that has still to hear of an event. The row goes when it has. */
export interface RegistryDeliveriesTable {
  administration: Administration
  event: string
  process: string
  case_id: string
  message: RegistryEvent
}
