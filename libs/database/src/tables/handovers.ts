import type { AgeBand, Category, OfferBasis, Unit } from '@brobygger/domain/codes'
import type { ContractName, SentDocument } from '@brobygger/domain/contracts'
import type { EventOf } from '@brobygger/domain/events'
import type { HelpReported } from '@brobygger/domain/messages'
import type { Instant, LocalDate, Owned } from './owner.js'

/** An offer to another administration: one row for the sender's view of it, one for the receiver's. */
export interface HandoversTable extends Owned {
  offer: string
  process: string
  direction: 'sent' | 'received'
  contract: ContractName
  basis: OfferBasis
  status: 'offered' | 'delivered' | 'accepting' | 'accepted' | 'declined' | 'revoked'
  /** Sender's row only. */
  to_unit: Unit | null
  /** Sender's row only: the consent it rests on. */
  consent: string | null
  /** Receiver's row only. */
  age_band: AgeBand | null
  /** Receiver's row only. */
  main_category: Category | null
  offered_at: Instant
  delivered_at: Instant | null
  answered_at: Instant | null
  /** Who accepts. */
  person: string | null
  screening: 'noClarification' | 'clarification' | 'investigation' | null
  /** Number in the receiver's own case system. */
  case_number: string | null
  decline_reason: EventOf<'offerDeclined'>['reason'] | null
  revoke_reason: 'revoked' | 'consentWithdrawn' | 'caseClosed' | null
  /** What was attached, and on what basis each. */
  documents: SentDocument[] | null
  /** Receiver's row only: cases of sisters and brothers. */
  siblings: string[] | null
  text_ref: string | null
  answer_text_ref: string | null
}

/** What the receiver reported of the help that came of an offer. */
export interface HelpReportsTable extends Owned {
  process: string
  seq: number
  offer: string
  report: HelpReported['report']
  measure: 'none' | 'early' | 'supportive' | null
  on_date: LocalDate
  at: Instant
}
