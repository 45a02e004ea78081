import { isInForce, type InformationKind, type Unit } from '@brobygger/domain/codes'
import type { SentDocument } from '@brobygger/domain/contracts'
import type { Concern, ConcernFacts } from './way.js'

type KnownConsent = ConcernFacts['consents'][number]
type Course = Pick<Concern, 'facts'>

/** What an offer to a unit rests on. */
export type Basis =
  | { readonly basis: 'consent'; readonly consent: string }
  | { readonly basis: 'override'; readonly consent: null; readonly stated: string }

/**
 * What allows an offer to a unit with these documents now: a consent in force that covers their kinds, or else a
 * leader's decision. Undefined when nothing does.
 */
export function basisFor(
  course: Course,
  to: Unit,
  documents: readonly SentDocument[] = [],
): Basis | undefined {
  if (!documents.every(document => document.basis === 'consent' || stated(course, to, document.basis)))
    return undefined
  const kinds = documents.flatMap(({ kind, basis }) => (basis === 'consent' ? [kind] : []))
  const consent = consentsFor(course, to).find(known => !isUsed(course, known) && covers(known, kinds))
  if (consent !== undefined) return { basis: 'consent', consent: consent.id }
  const override = stated(course, to, 'override')
  if (override === undefined || kinds.length > 0) return undefined
  return { basis: 'override', consent: null, stated: override.id }
}

/** Why nothing allows an offer to a unit; null when something does. */
export function hindranceTo(course: Course, to: Unit): 'consent-missing' | 'oral-consent-used' | null {
  if (basisFor(course, to) !== undefined) return null
  return consentsFor(course, to).length > 0 ? 'oral-consent-used' : 'consent-missing'
}

/** Whether a consent covers all of these kinds. */
export function covers({ kinds: covered }: KnownConsent, kinds: readonly SentDocument['kind'][]): boolean {
  const all: readonly (InformationKind | 'other')[] = covered
  return kinds.every(kind => all.includes(kind))
}

/** Consents in force to share with a unit. Each direction stands on its own. */
function consentsFor({ facts }: Course, to: Unit): KnownConsent[] {
  return facts.consents.filter(
    known =>
      isInForce(known) &&
      known.flagged === undefined &&
      known.to === to &&
      (known.from ?? 'early-help') === 'early-help',
  )
}

/** A consent by word of mouth covers one disclosure until it is in writing. */
function isUsed({ facts }: Course, { id, oral }: KnownConsent): boolean {
  return oral === true && facts.offers.some(({ consent }) => consent === id)
}

/** A stated basis for sharing with a unit that its review has not taken away. */
function stated({ facts }: Course, to: Unit, kind: 'statutory' | 'override') {
  return facts.bases?.find(basis => basis.kind === kind && basis.units.includes(to) && basis.upheld !== false)
}
