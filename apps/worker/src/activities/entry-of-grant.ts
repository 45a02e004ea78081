import type { AccessEntry } from '@brobygger/access-log'
import { administration, type AccessPurpose } from '@brobygger/domain/codes'
import { administrationOf, kindIn, type ProcessKind } from '@brobygger/domain/processes'
import type { GrantInput } from '@brobygger/vault'
import { uuidOf } from './uuid-of.js'

const purposes: Partial<Record<ProcessKind, AccessPurpose>> = {
  referral: 'referral',
  notification: 'notification',
  familyHouseCourse: 'family-house',
}

/** The line of a grant in the access log: who lets whom read texts of which case, on what basis, and for what. */
export function entryOfGrant(
  { refs, from, to, caseId, offer, basis }: GrantInput,
  practice: boolean,
): AccessEntry {
  const giver = administration.parse(from)
  const kind = kindIn(offer)
  const isAnswer = administrationOf(offer) === giver
  return {
    requestId: uuidOf([caseId, offer, to, basis, ...refs]),
    actor: null,
    roles: [],
    administration: giver,
    action: 'textsGranted',
    outcome: 'allowed',
    refusal: null,
    cases: [caseId],
    process: offer,
    purpose: isAnswer || kind === undefined ? 'report' : (purposes[kind] ?? 'report'),
    basis,
    fields: ['texts'],
    reason: null,
    practice,
    assurance: null,
    via: 'process',
  }
}
