import { z } from 'zod'
import {
  ageBand,
  category,
  effect,
  helpReport,
  houseDeclineReason,
  knownToAuthority,
  measure,
  parentsInformed,
  raiserRole,
  screening,
  severity,
  declineReason,
  consentStatus,
  consentPurpose,
  disclosureBasis,
  informationKind,
  unit,
} from '../codes/index.js'
import { freeText, instant, isoDate, personId, vaultRef } from '../forms/index.js'
import { knownElsewhere } from '../tasks/known-elsewhere.js'
import { requireWhen } from '../tasks/shared-fields.js'
import { practiceOutage } from '../outward/index.js'
import { people } from '../organisation/index.js'
import { ledger } from '../processes/ledger.js'

/** S1: the form that raises a concern. No name, no CPR number: the child is A0. */
export const concernForm = z
  .object({
    raiserRole: raiserRole.meta({ title: 'Jeg er' }),
    institution: z
      .string()
      .regex(/^[A-Z0-9]{6}$/)
      .meta({ title: 'Institutionsnummer' }),
    ageBand: ageBand.meta({ title: 'Barnets alder' }),
    mainCategory: category.meta({ title: 'Bekymringen handler mest om' }),
    otherCategories: z.array(category).max(9).default([]).meta({ title: 'Handler også om' }),
    severity: severity.meta({ title: 'Hvor alvorligt' }),
    seen: freeText('Det har jeg set').optional(),
    heard: freeText('Det har jeg hørt').optional(),
    assessment: freeText('Min vurdering').optional(),
    childsWords: freeText('Barnets egne ord').optional(),
    since: freeText('Hvor længe').optional(),
    tried: freeText('Hvad er prøvet').optional(),
    parentsInformed: parentsInformed.meta({ title: 'Ved forældrene det?' }),
    parentsInformedWhy: freeText('Hvorfor ikke').optional(),
    interpreterLanguage: z
      .string()
      .regex(/^[a-z]{2,3}$/)
      .optional()
      .meta({ title: 'Tolk: sprogkode' }),
    knownToAuthority: knownToAuthority.default('unknown').meta({ title: 'Kendt af myndigheden?' }),
    acute: z.boolean().default(false).meta({ title: 'Akut fare' }),
  })
  .check(context => {
    const { value } = context
    requireWhen({
      when: value.parentsInformed === 'none' && value.raiserRole !== 'parent',
      value: value.parentsInformedWhy,
      field: 'parentsInformedWhy',
      message: 'Skriv hvorfor forældrene ikke ved det',
      context,
    })
    requireWhen({
      when: value.heard === undefined && value.assessment === undefined,
      value: value.seen,
      field: 'seen',
      message: 'Skriv mindst ét af felterne set, hørt eller vurdering',
      context,
    })
  })
export type ConcernForm = z.infer<typeof concernForm>

/** Violence, abuse or acute danger: call now, and the form becomes a notification. */
export function callsForNotification(concern: { mainCategory: string; acute: boolean }): boolean {
  return concern.acute || concern.mainCategory === 'violence'
}

/** The concern as its workflow carries it: codes and references only. */
export const concernInput = z.object({
  caseId: z.string(),
  practice: z.object({ startsAt: instant, outages: z.array(practiceOutage).optional() }).nullable(),
  raisedBy: personId.nullable(),
  raiserRole,
  institution: z.string(),
  ageBand,
  mainCategory: category,
  otherCategories: z.array(category),
  severity,
  parentsInformed,
  interpreterLanguage: z.string().nullable(),
  knownToAuthority,
  acute: z.boolean(),
  text: vaultRef,
  /** The visit at which it was raised on the spot. */
  visit: z.string().optional(),
  people,
  /** Where a case goes on from: after continue-as-new, restore or re-opening. */
  ledger: ledger.optional(),
})
export type ConcernInput = z.infer<typeof concernInput>

/** A consent process tells its case where it stands. */
export const consentAnswered = z.object({
  consent: z.string(),
  status: consentStatus,
  purpose: consentPurpose,
  to: unit,
  kinds: z.array(informationKind),
  /** Given by word of mouth and not yet in writing: it covers one disclosure. */
  oral: z.boolean().optional(),
})
export type ConsentAnswered = z.infer<typeof consentAnswered>

/** The receiver accepts an offer. The answer is the moment of transfer, or that the offer no longer stands. */
export const acceptOffer = z.object({ offer: z.string(), person: personId, screening: screening.nullable() })
export type AcceptOffer = z.infer<typeof acceptOffer>
export type OfferAccepted = { readonly transferredAt: string } | { readonly refused: 'revoked' | 'unknown' }

/** The receiver declines an offer, with reason and alternative. */
export const offerDeclined = z.object({
  offer: z.string(),
  reason: declineReason,
  /** Who has the family already, where somebody does. */
  caseworker: personId.optional(),
  text: vaultRef.optional(),
})
export type OfferDeclined = z.infer<typeof offerDeclined>

/** The receiver tells what became of it: a meeting held, help started or ended. */
export const helpReported = z.object({
  offer: z.string(),
  report: helpReport,
  measure: measure.optional(),
  effect: effect.optional(),
  /** Who takes the family on, where a person does. */
  person: personId.optional(),
  reason: houseDeclineReason.optional(),
  on: isoDate,
})
export type HelpReported = z.infer<typeof helpReported>

/** Takes back an offer that has not been accepted. */
export const revokeOffer = z.object({ offer: z.string(), by: personId, text: vaultRef.optional() })
export type RevokeOffer = z.infer<typeof revokeOffer>

/** Asks the family for a consent beside the steps, e.g. for the feedback from the authority to the institution. */
export const askConsent = z.object({
  by: personId,
  /** The request by its form, less its texts. */
  request: z.record(z.string(), z.unknown()),
  /** The envelope that the request's contacts lie in. */
  envelope: z.string().optional(),
  sealed: vaultRef.optional(),
  text: vaultRef.optional(),
})
export type AskConsent = z.infer<typeof askConsent>

/** Information is shared without consent: at a meeting of professionals, or because a leader decides it. */
export const stateBasis = z.object({
  by: personId,
  kind: disclosureBasis.exclude(['duty']),
  units: z.array(unit).min(1),
  heldOn: isoDate.optional(),
  followUp: z.boolean(),
  text: vaultRef,
})
export type StateBasis = z.infer<typeof stateBasis>

/** Another case of the same child becomes part of this one; who raised it still gets a reply. */
export const absorbCase = z.object({ by: personId, case: z.string(), raisedBy: personId.nullable() })
export type AbsorbCase = z.infer<typeof absorbCase>

/** The CPR number of a child who had a temporary id has come; both ids stay in the log. */
export const assignNumber = z.object({
  by: personId,
  person: z.string(),
  temporaryId: z.string(),
  known: z.array(knownElsewhere),
  text: vaultRef,
})
export type AssignNumber = z.infer<typeof assignNumber>

/** Opens the way to an offer to a unit, when a consent or a duty carries it. */
export const requestOffer = z.object({ by: personId, to: unit })
export type RequestOffer = z.infer<typeof requestOffer>

/** How a concern ended. */
export interface ConcernOutcome {
  readonly code: string
  readonly at: string
}
