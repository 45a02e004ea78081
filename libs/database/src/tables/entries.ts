import type { GiverRole, InformationKind, Role } from '@brobygger/domain/codes'
import type { HandingOver, LetterReceipt, LetterReturn } from '@brobygger/domain/letters'
import type { Generated } from 'kysely'
import type { Instant, Owned } from './owner.js'

/** A letter that was sent. */
export interface LettersTable extends Owned {
  process: string
  seq: number
  effect: string
  kind: string
  to_role: Role | GiverRole
  person: string | null
  letter: string | null
  sent_at: Instant
  /** When it was put in the post, on paper. */
  posted_at: Generated<Instant | null>
  /** When the carrier said that it is there, or that it came back and why. */
  delivered_at: Generated<Instant | null>
  returned_at: Generated<Instant | null>
  returned_why: Generated<LetterReturn | null>
  /** What the carrier said when it was sent; null for one sent before this was kept. */
  receipt: Generated<LetterReceipt | null>
  /** How and by whom it was handed over, where a person did. */
  handed_over: Generated<HandingOver | null>
  handed_over_by: Generated<string | null>
  /** When somebody said that it cannot be delivered, and why. */
  given_up_at: Generated<Instant | null>
  given_up_text_ref: Generated<string | null>
}

/** A note on a case, or the correction of an entry. */
export interface NotesTable extends Owned {
  id: string
  text_ref: string
  written_at: Instant
  written_by: string | null
  /** The entry that this one corrects. */
  supersedes: string | null
  superseded_by: string | null
}

/** A document on a case; its content is in the vault. */
export interface DocumentsTable extends Owned {
  id: string
  kind: InformationKind | 'other'
  media_type: string
  bytes: number
  text_ref: string
  added_at: Instant
  added_by: string | null
  superseded_by: string | null
}
