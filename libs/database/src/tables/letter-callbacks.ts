import type { LetterNewsStatus, LetterReturn } from '@brobygger/domain/letters'
import type { Generated } from 'kysely'
import type { Instant } from './owner.js'

/** What a carrier said of a message, once for each status. */
export interface LetterCallbacksTable {
  message_id: string
  status: LetterNewsStatus
  why: LetterReturn | null
  /** By the carrier's clock. */
  at: Instant
  received_at: Generated<Instant>
  /** When it reached its letter; null while the letter is not known. */
  taken_at: Generated<Instant | null>
}
