import { z } from 'zod'
import { codeList } from '../codes/code-list.js'

/** What is known of a letter when it has been handed to its carrier; `refused` where no carrier takes it. */
export const letterReceipt = z.enum(['delivered', 'accepted', 'manual', 'refused'])
export type LetterReceipt = z.infer<typeof letterReceipt>

/** What carriers tell of a letter later: it is in the post, on paper; it is there; it came back. */
export type LetterNewsStatus = 'posted' | 'delivered' | 'returned'

/** The life of a letter. Only one that is `delivered` has told anybody anything. */
export const letterStatuses = codeList({
  onItsWay: ['På vej', 'On its way'],
  posted: ['Sendt med posten', 'In the post'],
  byHand: ['Skal afleveres af en medarbejder', 'To be handed over by somebody'],
  delivered: ['Afleveret', 'Delivered'],
  returned: ['Kommet retur', 'Returned'],
  notPossible: ['Kunne ikke afleveres', 'Could not be delivered'],
})
export type LetterStatus = (typeof letterStatuses.codes)[number]

/** What is known of a letter: ISO instants, null where it has not happened. */
export interface LetterFate {
  /** Null for a letter that was sent before its receipt was kept. */
  readonly receipt: LetterReceipt | null
  /** When it was put in the post, on paper. */
  readonly postedAt: string | null
  readonly deliveredAt: string | null
  readonly returnedAt: string | null
  readonly givenUpAt: string | null
}

/** Where a letter is, whatever the order in which its news came. A letter that is there stays there. */
export function letterStatus({
  receipt,
  postedAt,
  deliveredAt,
  returnedAt,
  givenUpAt,
}: LetterFate): LetterStatus {
  if (deliveredAt !== null) return 'delivered'
  if (givenUpAt !== null) return 'notPossible'
  if (returnedAt !== null) return 'returned'
  if (postedAt !== null) return 'posted'
  return receipt === 'manual' || receipt === 'refused' ? 'byHand' : 'onItsWay'
}
