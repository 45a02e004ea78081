import type { LetterKind } from '@brobygger/domain/letters'

/**
 * Who gets a letter: a member of staff; whoever is something to the child of the case (`mother`, `youngPerson`); or the
 * contact a parent gave, which stays in the vault.
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
  /** The case's own now, an ISO instant. */
  at: string
}

/**
 * What is known of a letter when it has been handed over.
 * - `delivered` it is there: from `deliveredAt`, an ISO instant, which is present in no other case, a clock may start.
 * - `accepted` it is on its way. Whether it arrives is told later, by its id, or never.
 * - `manual` no system can bring it: a person has to hand it over.
 */
export type LetterReceipt = {
  letterId: string
  status: 'delivered' | 'accepted' | 'manual'
  deliveredAt?: string
}

/** Letters and notices, by whichever way reaches who they are for. */
export interface Letters {
  /**
   * Sends a letter, once for each key however often it is called.
   * @throws PortError `refused` when it will not be taken, or the key was used for another letter; `unavailable` when
   * there was no whole answer, and the letter may or may not have gone
   */
  send(letter: Letter): Promise<LetterReceipt>
}
