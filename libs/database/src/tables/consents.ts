import type { ConsentPurpose, ConsentStatus, GiverRole, InformationKind, Unit } from '@brobygger/domain/codes'
import type { Generated } from 'kysely'
import type { Instant, LocalDate, Owned } from './owner.js'

/** What was asked for, and where it stands. */
export interface ConsentsTable extends Owned {
  id: string
  process: string
  purpose: ConsentPurpose
  from_unit: Unit
  to_unit: Unit
  kinds: InformationKind[]
  /** What the consent covers now; empty until it is given. */
  covered_kinds: InformationKind[]
  status: ConsentStatus
  text_version: string
  language: string
  interpreter: Generated<boolean>
  review_on: LocalDate | null
  text_ref: string | null
  requested_at: Instant
  delivered_at: Instant | null
  decided_at: Instant | null
  /** Why it carries nothing more, although it is in force. */
  flagged: 'custodyChanged' | null
}

/** Where one giver of a consent stands. */
export interface ConsentAnswersTable extends Owned {
  consent: string
  giver: GiverRole
  process: string
  custody: 'joint' | 'sole' | 'ownMatters' | 'representation'
  status: 'awaited' | 'given' | 'refused' | 'withdrawn'
  form: 'digital' | 'paper' | 'oral' | null
  kinds: InformationKind[]
  answered_at: Instant | null
  reminded_at: Instant | null
  /** What the signature reveals, in the consent's envelope. */
  sealed_ref: string | null
  text_ref: string | null
}
