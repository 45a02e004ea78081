import { z } from 'zod'
import { informationKind } from '../codes/index.js'
import { vaultRef } from '../forms/index.js'

/**
 * What a document that is sent rests on: the consent that covers its kind, the exchange between professionals, or the
 * decision to disclose in spite of a missing consent.
 */
export const documentBasis = z.enum(['consent', 'statutory', 'override'])

/** What a document holds; `other` is none of the kinds that a consent can cover. */
export const documentKind = informationKind.or(z.literal('other'))

/** A document as an offer carries it: a reference, what it holds, and on what basis it crosses. */
export const sentDocument = z.object({
  document: z.string(),
  kind: documentKind,
  basis: documentBasis,
  /** Where its content lies: the receiver reads it there while a grant holds. */
  ref: vaultRef.optional(),
})
export type SentDocument = z.infer<typeof sentDocument>
