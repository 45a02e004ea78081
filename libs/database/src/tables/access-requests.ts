import type {
  AccessKind,
  AccessRefusal,
  Redaction,
  RedactionGround,
  Requester,
} from '@brobygger/domain/codes'
import type { Instant, LocalDate, Owned } from './owner.js'

/** A request for access in one administration. */
export interface AccessRequestsTable extends Owned {
  process: string
  kind: AccessKind
  requester: Requester
  received_at: Instant
  cases: string[]
  text_ref: string | null
  /** The day the answer was promised for, once the first term was extended. */
  extended_until: LocalDate | null
  extension_in_time: boolean | null
  outcome: 'sent' | 'refused' | null
  refusal: AccessRefusal | null
  answer_text_ref: string | null
  answered_at: Instant | null
  answered_by: string | null
}

/** One text that is held, and what becomes of it. */
export interface AccessItemsTable extends Owned {
  process: string
  item: string
  kind: string
  of_case: string
  /** Left out because it is not about whoever asks. */
  left_out: boolean
  decision: Redaction | null
  grounds: RedactionGround[] | null
  /** The text as it is shown, with the reason. */
  text_ref: string | null
  decided_by: string | null
}
