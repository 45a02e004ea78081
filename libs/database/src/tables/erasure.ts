import type { Administration, RetentionDecision, RetentionReason } from '@brobygger/domain/codes'
import type { Certificate, ErasureCounts } from '@brobygger/domain/messages'
import type { EventOf } from '@brobygger/domain/events'
import type { RuleId } from '@brobygger/domain/policy'
import type { ColumnType, Generated } from 'kysely'
import type { Instant, LocalDate, Owned } from './owner.js'

/** A case that has been kept as long as its rule says, and what a leader decided. */
export interface RetentionItemsTable extends Owned {
  /** The list of the month. */
  process: string
  /** The case. */
  item: string
  ended_on: LocalDate
  rule: RuleId
  decision: RetentionDecision | null
  reason: RetentionReason | null
  /** When a case that is kept is looked at again. */
  next_on: LocalDate | null
  decided_at: Instant | null
  decided_by: string | null
}

/** An erasure and its certificate. Which case it was stands in `erasures`, until it is done. */
export interface CertificatesTable extends Owned {
  process: string
  grounds: EventOf<'erasureRequested'>['grounds']
  requester: EventOf<'erasureRequested'>['requester']
  outcome: 'erased' | 'refused' | null
  obstacle: EventOf<'erasureRefused'>['obstacle'] | null
  certificate: Certificate | null
  hash: string | null
  requested_at: Instant
  text_ref: string | null
}

/** Which case an erasure is about: no part of the read model, and destroyed at its end. */
export interface ErasuresTable {
  process: string
  administration: Administration
  practice: boolean
  case_id: string | null
  /** What stands in the log in the place of the case's code. */
  reference: string | null
  /** What each step found, by step. */
  counts: Generated<Record<string, ErasureCounts>>
  begun_at: ColumnType<Instant, never, never>
  done_at: ColumnType<Instant | null, never, never>
}
