import { z } from 'zod'
import {
  consentForm,
  consentPurpose,
  custodyBasis,
  giverRole,
  informationKind,
  unit,
} from '../codes/index.js'
import { instant, isoDate, personId, vaultRef } from '../forms/index.js'
import { people } from '../organisation/index.js'
import { ledger } from '../processes/ledger.js'

/** One who must give consent. */
export const consentGiver = z.object({ giver: giverRole, custody: custodyBasis })
export type ConsentGiver = z.infer<typeof consentGiver>

/** What a consent process is asked to do: purpose, direction, scope, givers and the text they read. */
export const consentInput = z.object({
  caseId: z.string(),
  consent: z.string(),
  practice: z.object({ startsAt: instant }).nullable(),
  purpose: consentPurpose,
  from: unit,
  to: unit,
  kinds: z.array(informationKind),
  givers: z.array(consentGiver),
  language: z.string(),
  interpreter: z.boolean(),
  textVersion: z.string(),
  text: vaultRef.optional(),
  /** The sealed envelope that the request's contacts lie in. */
  envelope: z.string().optional(),
  deliveredOn: isoDate.nullable(),
  reviewOn: isoDate.nullable(),
  /** To whom of the family no letter goes any more, by what the register has told of them. */
  noLettersTo: z.array(giverRole).optional(),
  people,
  ledger: ledger.optional(),
})
export type ConsentInput = z.infer<typeof consentInput>

/** A giver says yes, for all kinds asked for or only those named. */
export const giveConsent = z.object({
  by: personId,
  giver: giverRole,
  form: consentForm,
  kinds: z.array(informationKind).min(1).optional(),
  /** What the signature reveals, in the consent's envelope. */
  sealed: vaultRef.optional(),
  text: vaultRef.optional(),
})
/** A giver says no. */
export const refuseConsent = z.object({ by: personId, giver: giverRole, text: vaultRef.optional() })
/** A giver takes the consent back: sharing stops at once. */
export const withdrawConsent = z.object({ by: personId, giver: giverRole, text: vaultRef.optional() })

/** The child is identified by this consent: what lay in its envelopes becomes part of the case. */
export const openEnvelopes = z.object({})
export type OpenEnvelopes = z.infer<typeof openEnvelopes>

export type GiveConsent = z.infer<typeof giveConsent>
export type RefuseConsent = z.infer<typeof refuseConsent>
export type WithdrawConsent = z.infer<typeof withdrawConsent>
