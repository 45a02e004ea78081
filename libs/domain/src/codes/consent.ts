import type { z } from 'zod'
import { codeList } from './code-list.js'

export const consentPurposes = codeList({
  referral: ['Henvisning til familiegruppen', 'Referral to the family group'],
  cooperation: ['Samarbejde med institutionen', 'Cooperation with the institution'],
  familyHouse: ['Forløb i familiehuset', 'Family house'],
  feedback: ['Tilbagemelding til institutionen', 'Feedback to the institution'],
})
export const consentPurpose = consentPurposes.schema
export type ConsentPurpose = z.infer<typeof consentPurpose>

/** Kinds of information a consent can cover. Health needs a written consent. */
export const informationKinds = codeList({
  dailyObservations: ['Observationer i hverdagen', 'Daily observations'],
  wellbeing: ['Trivsel', 'Well-being'],
  familySituation: ['Familiens situation', 'Family situation'],
  health: ['Helbred (kun skriftligt)', 'Health (written only)'],
  schoolAndAbsence: ['Skole og fravær', 'School and absence'],
  earlierSupport: ['Tidligere støtte', 'Earlier support'],
})
export const informationKind = informationKinds.schema
export type InformationKind = z.infer<typeof informationKind>

/** People who can act for the child, with their labels. */
export const giverLabels = {
  mother: ['Mor', 'Mother'],
  father: ['Far', 'Father'],
  coParent: ['Medforælder', 'Co-parent'],
  guardian: ['Værge', 'Guardian'],
  representative: ['Repræsentant', 'Representative'],
  youngPerson: ['Den unge selv', 'The young person'],
} as const
export const giverRoles = codeList(giverLabels)
export const giverRole = giverRoles.schema
export type GiverRole = z.infer<typeof giverRole>

export const custodyBases = codeList({
  joint: ['Fælles forældremyndighed', 'Joint custody'],
  sole: ['Eneforældremyndighed', 'Sole custody'],
  ownMatters: ['Egne forhold', 'Own matters'],
  representation: ['Repræsentation', 'Representation'],
})
export const custodyBasis = custodyBases.schema

export const consentForms = codeList({
  digital: ['Digitalt', 'Digital'],
  paper: ['Papir, indscannet', 'Paper, scanned'],
  oral: ['Mundtligt', 'Oral'],
})
export const consentForm = consentForms.schema

/** What a disclosure without the family's consent rests on. Each has a justification of its own, limits and a review. */
export const disclosureBases = codeList({
  statutory: ['Tværfagligt samarbejde uden samtykke', 'Exchange between professionals without consent'],
  duty: ['Underretningspligt', 'Duty to notify'],
  override: ['Videregivelse trods manglende samtykke', 'Disclosure in spite of missing consent'],
})
export const disclosureBasis = disclosureBases.schema
export type DisclosureBasis = z.infer<typeof disclosureBasis>

/** What an offer to another administration rests on; an anonymous one names nobody and needs nothing. */
export const offerBases = codeList({
  consent: ['Samtykke', 'Consent'],
  duty: ['Underretningspligt', 'Duty to notify'],
  override: ['Videregivelse trods manglende samtykke', 'Disclosure in spite of missing consent'],
  anonymous: ['Uden navn', 'Without a name'],
})
export const offerBasis = offerBases.schema
export type OfferBasis = z.infer<typeof offerBasis>

/** Where a consent stands. `given` covers everything asked for; `partial` only what was named. */
export const consentStatuses = codeList({
  requested: ['Anmodet', 'Requested'],
  delivered: ['Udleveret', 'Delivered'],
  given: ['Givet af alle', 'Given by all'],
  partial: ['Delvist givet', 'Partly given'],
  refused: ['Afslået', 'Refused'],
  expired: ['Udløbet uden svar', 'Expired without an answer'],
  withdrawn: ['Trukket tilbage', 'Withdrawn'],
  ended: ['Ophørt med sagen', 'Ended with the case'],
})
export const consentStatus = consentStatuses.schema
export type ConsentStatus = z.infer<typeof consentStatus>

/** Whether a consent in this status may be relied on: for everything that was asked for, or for what was named. */
export const isInForce = ({ status }: { readonly status: ConsentStatus }): boolean =>
  status === 'given' || status === 'partial'
