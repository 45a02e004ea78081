import { expect } from '@jest/globals'
import type { LoggedEvent } from './handover-play.js'

interface Offer {
  readonly contract: string
  readonly basis: string
  readonly consent: string | null
  /** Made in the moment in which its consent was withdrawn: it is taken back, and never accepted. */
  readonly crossed: boolean
  status: 'offered' | 'accepted' | 'declined' | 'revoked'
}

/**
 * Goes through the log of a case, line by line, and holds it against what must be true at every moment: exactly one is
 * responsible while it is open, nothing is offered without a basis, and both sides agree on what was accepted.
 */
export function auditHandovers(events: readonly LoggedEvent[]): void {
  let open = false
  let responsible: string | null = null
  const consents = new Map<string, string>()
  const overrides = new Map<string, boolean>()
  const offers = new Map<string, Offer>()
  const acceptedThere = new Set<string>()

  for (const [index, { administration, body }] of events.entries()) {
    const say = (): string => JSON.stringify(events.slice(Math.max(0, index - 6), index + 1))
    const here = administration === 'children-and-youth'
    switch (body.type) {
      case 'concernRaised':
      case 'caseReopened':
        open = true
        break
      case 'responsibilityMoved':
        responsible = `${String(body['administration'])} ${String(body['person'])}`
        break
      case 'caseClosed':
        open = false
        responsible = null
        break
      case 'consentDecided':
        consents.set(String(body['consent']), String(body['status']))
        break
      case 'basisStated':
        if (body['kind'] === 'override') overrides.set(String(body['basis']), true)
        break
      case 'basisReviewed':
        if (overrides.has(String(body['basis'])))
          overrides.set(String(body['basis']), body['upheld'] === true)
        break
      case 'offerMade': {
        const [consent, basis] = [body['consent'] as string | null, String(body['basis'])]
        const inForce = consent !== null && ['given', 'partial'].includes(consents.get(consent) ?? '')
        const holds =
          basis === 'duty' || (basis === 'override' ? [...overrides.values()].includes(true) : inForce)
        // Sent in the moment in which the family takes the consent back, before the case has heard of it.
        const crossed = !holds && consents.get(consent ?? '') === 'withdrawn'
        expect({ holds: holds || crossed, log: holds || crossed ? '' : say() }).toEqual({
          holds: true,
          log: '',
        })
        offers.set(String(body['offer']), {
          contract: String(body['contract']),
          basis,
          consent,
          crossed,
          status: 'offered',
        })
        break
      }
      case 'offerAccepted': {
        const id = String(body['offer'])
        const offer = offers.get(id)
        // The sender's case decides, and only then does the receiver say so.
        if (here) expect([offer?.status, offer?.crossed]).toEqual(['offered', false])
        else expect(offer?.status).toBe('accepted')
        if (here && offer !== undefined) offer.status = 'accepted'
        if (!here) acceptedThere.add(id)
        break
      }
      case 'offerDeclined':
      case 'offerRevoked': {
        const offer = offers.get(String(body['offer']))
        if (here && offer !== undefined) {
          expect(offer.status).toBe('offered')
          offer.status = body.type === 'offerRevoked' ? 'revoked' : 'declined'
        }
      }
    }
    // A re-opened case has its responsible in the same record.
    const sameRecord = body.type === 'caseReopened' || body.type === 'concernRaised'
    const exactlyOne = sameRecord || !open || responsible !== null || isBeginning(events, index)
    expect({ exactlyOne, log: exactlyOne ? '' : say() }).toEqual({ exactlyOne: true, log: '' })
  }

  for (const [id, { contract, status, crossed }] of offers) {
    if (crossed) expect([id, status]).toEqual([id, 'revoked'])
    if (contract !== 'referral') continue
    expect([id, acceptedThere.has(id)]).toEqual([id, status === 'accepted'])
  }
}

/** Before the first responsible is named, within the record in which the case begins or is re-opened. */
function isBeginning(events: readonly LoggedEvent[], index: number): boolean {
  const last = events
    .slice(0, index + 1)
    .findLastIndex(({ body }) => body.type === 'concernRaised' || body.type === 'caseReopened')
  return last >= 0 && !events.slice(last, index + 1).some(({ body }) => body.type === 'responsibilityMoved')
}
