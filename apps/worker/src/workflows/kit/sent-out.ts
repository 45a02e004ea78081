import type { GiverRole, Role } from '@brobygger/domain/codes'
import type { LetterKind, LetterReceipt } from '@brobygger/domain/letters'

/** A letter as it was sent, with what the carrier said at once. */
export interface SentOut {
  readonly kind: LetterKind
  readonly to: Role | GiverRole
  readonly seq: number
  /** Histories from before it was kept have none: such a letter counts as delivered when it was sent. */
  readonly receipt: LetterReceipt | undefined
}
