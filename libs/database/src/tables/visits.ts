import type { VisitStatus } from '@brobygger/domain/codes'
import type { EventOf } from '@brobygger/domain/events'
import type { Generated } from 'kysely'
import type { Instant, LocalDate, Owned } from './owner.js'

/** A quarter's visits to the institutions of a cluster. */
export interface VisitRoundsTable extends Owned {
  process: string
  cluster: string
  quarter: string
  institutions: string[]
  /** What was proposed by burden. */
  burdens: EventOf<'needProposed'>['burdens'] | null
  weights: EventOf<'needWeighed'>['weights'] | null
  /** Whether a person decided on the weights; null before. */
  decided: boolean | null
  weighed_by: string | null
  weigh_text_ref: string | null
  shares: EventOf<'roundPlanned'>['shares'] | null
  left_out: EventOf<'roundPlanned'>['leftOut'] | null
  opened_at: Instant
  planned_at: Instant | null
}

/** One visit of a round. */
export interface VisitsTable extends Owned {
  id: string
  process: string
  institution: string
  /** The date it is planned for, or was moved to. */
  planned_on: LocalDate
  status: VisitStatus
  /** The colleague who makes it instead of the round's social worker. */
  colleague: string | null
  agenda: Generated<string[]>
  discussed: Generated<string[]>
  /** Concerns raised on the spot. */
  enquiries: Generated<string[]>
  present: EventOf<'visitHeld'>['present'] | null
  held_on: LocalDate | null
  held_by: string | null
  missed_at: Instant | null
  moved: Generated<number>
  /** What was written when it was registered, moved or cancelled last. */
  text_ref: string | null
}
