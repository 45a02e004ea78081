import type { LetterKind } from '@brobygger/domain/letters'
import type { Forgets } from './forget.js'

/**
 * Who gets a letter: staff by role, perhaps one of them, or the contact a parent gave, which stays in the
 * vault.
 */
export type LetterRecipient = { role: string; person?: string } | { contactRef: string }

/** A letter to send. Its text comes from the template of its kind; nothing here is personal. */
export type Letter = {
  /** Idempotency key: the process's id and the step. The same key never sends a second letter. */
  key: string
  kind: LetterKind
  to: LetterRecipient
  caseId: string
  /** How many cases it is about, where there are several. */
  number?: number
  /** Language tag such as `da` or `prs`; the service's default without it. */
  language?: string
  /** The case's own now, an ISO instant. */
  at: string
}

/**
 * What the service says of a letter. Only a delivered letter starts a clock, from `deliveredAt` (ISO
 * instant), which is present exactly when `status` is `delivered`.
 */
export type LetterReceipt = { letterId: string; status: 'delivered' | 'accepted'; deliveredAt?: string }

/** Digital Post and e-mail. */
export interface Letters extends Forgets {
  /**
   * Sends a letter, once for each key however often it is called.
   * @throws PortError `refused` when the service will not send it, or the key was used for another letter;
   * `unavailable` when there was no whole answer, and the letter may or may not have gone.
   */
  send(letter: Letter): Promise<LetterReceipt>
}
