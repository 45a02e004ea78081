import { administrationOfUnit, type OfferBasis, type ProcessUnit } from '@brobygger/domain/codes'
import { patched } from '@temporalio/workflow'
import { withKeys } from '../kit/index.js'
import type { Concern, Offer } from './way.js'

/** What is offered can be read by its receiver from before the offer arrives, and on the basis it rests on. */
export function grantFor(
  course: Concern,
  { offer, basis, to, text }: { offer: Offer; basis: OfferBasis; to: ProcessUnit; text: string | undefined },
): Promise<void> | undefined {
  const { attached = [], consent, id } = offer
  const place = {
    from: administrationOfUnit['early-help'],
    to: administrationOfUnit[to],
    caseId: course.caseId,
    offer: id,
    until: null,
  }
  const refsOn = (wanted: string) =>
    attached.flatMap(document =>
      document.basis === wanted && document.ref !== undefined ? [document.ref] : [],
    )
  const texts = text === undefined ? [] : [text]
  const onConsent = [...(basis === 'consent' ? texts : []), ...refsOn('consent')]
  const onDuty = basis === 'duty' ? texts : []
  // A meeting of professionals and a leader's decision are both written down in the case, and rest on no consent.
  const stated = [...(basis === 'override' ? texts : []), ...refsOn('statutory'), ...refsOn('override')]
  if (onConsent.length + onDuty.length + stated.length === 0 || !patched('offers-carry-grants'))
    return undefined
  return withKeys(course, async keys => {
    if (onConsent.length > 0 && consent !== null)
      await keys.grant({ ...place, refs: onConsent, basis: 'consent', consent })
    if (onDuty.length > 0) await keys.grant({ ...place, refs: onDuty, basis: 'duty', consent: null })
    if (stated.length > 0) await keys.grant({ ...place, refs: stated, basis: 'statutory', consent: null })
  })
}

/** What was offered and not accepted can no longer be read over there. */
export function endGrants(course: Concern, offer: string, why: string): Promise<void> | undefined {
  if (!patched('offers-carry-grants')) return undefined
  return withKeys(course, keys => keys.revoke({ offer, why }))
}

/** What was lawfully received and accepted is on the receiver's file; the sender's documents are not. */
export function keepOnFile(
  course: Concern,
  offer: string,
  text: string | undefined,
): Promise<void> | undefined {
  if (text === undefined || !patched('offers-carry-grants')) return undefined
  return withKeys(course, keys => keys.keepOnFile({ offer, refs: [text] }))
}
