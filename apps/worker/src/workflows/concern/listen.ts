import { isInForce } from '@brobygger/domain/codes'
import {
  acceptOffer,
  consentAnswered,
  helpReported,
  offerDeclined,
  requestOffer,
  revokeOffer,
  type AcceptOffer,
  type ConsentAnswered,
  type HelpReported,
  type OfferAccepted,
  type OfferDeclined,
  type RequestOffer,
  type RevokeOffer,
} from '@brobygger/domain/messages'
import { defineUpdate, patched, setHandler } from '@temporalio/workflow'
import { command, refuse } from '../kit/index.js'
import { listenForBases } from './bases.js'
import { covers, hindranceTo } from './basis.js'
import { revoke } from './across.js'
import type { Offer } from './way.js'
import { listenForRequests } from './consent.js'
import { keepInCaseIndex } from './case-index.js'
import { endGrants, keepOnFile } from './grants.js'
import { isIdentified } from './identity.js'
import { listenForMerges } from './merge.js'
import { listenForNumber } from './number.js'
import { bells, type Concern } from './way.js'

/** Registers what the other processes of the case, and the social worker, may tell a concern. */
export function listen(course: Concern, practice: boolean): void {
  command<ConsentAnswered>({
    course,
    name: 'consentAnswered',
    schema: consentAnswered,
    run: message => consentTold(course, message, practice),
  })
  command<OfferDeclined>({
    course,
    name: 'offerDeclined',
    schema: offerDeclined,
    run: message => declined(course, message),
  })
  command<HelpReported>({
    course,
    name: 'helpReported',
    schema: helpReported,
    run: report => {
      course.facts.reports.push(report)
      course.journal.emit({ type: 'helpReported', report })
      course.bell(bells.help).ring()
    },
  })
  command<RequestOffer>({
    course,
    name: 'requestOffer',
    schema: requestOffer,
    check: ({ to }) => {
      const hindrance = hindranceTo(course, to)
      if (hindrance !== null) refuse(hindrance)
      if (course.heading === 'referral' || course.heading === 'identify') refuse('offer-under-way')
      if (course.facts.offers.some(({ contract, status }) => contract === 'referral' && status === 'offered'))
        refuse('offer-under-way')
    },
    run: () =>
      course.turnTo({
        next: isIdentified(course) || !patched('identify-before-referral') ? 'referral' : 'identify',
      }),
  })
  command<RevokeOffer>({
    course,
    name: 'revokeOffer',
    schema: revokeOffer,
    check: message => {
      if (openOffer(course, message.offer) === undefined) refuse('offer-not-open')
    },
    run: ({ offer: id, by, text }) => {
      const offer = openOffer(course, id) ?? refuse('offer-not-open')
      return course.flow.branch(() =>
        revoke(course, { offer, reason: 'revoked', by, practice, ...(text === undefined ? {} : { text }) }),
      )
    },
  })
  listenForBases(course, practice)
  listenForMerges(course)
  listenForNumber(course, practice)
  listenForRequests(course, practice)
  setHandler(
    defineUpdate<OfferAccepted, [AcceptOffer]>('acceptOffer'),
    async message => {
      const answer = accept(course, message)
      const offer = course.facts.offers.find(({ id }) => id === message.offer)
      void keepInCaseIndex(course)
      if ('transferredAt' in answer) void keepOnFile(course, message.offer, offer?.text)
      await course.journal.whenSettled()
      return answer
    },
    { validator: message => void acceptOffer.parse(message) },
  )
}

const restsOn = ({ consent, status }: Offer, id: string): boolean => consent === id && status === 'offered'

function openOffer(course: Concern, id: string): Offer | undefined {
  return course.facts.offers.find(offer => offer.id === id && offer.status === 'offered')
}

/** Accept and revoke race here and nowhere else: one wins, and 'who was responsible' has one answer. */
function accept(course: Concern, { offer: id, person, screening }: AcceptOffer): OfferAccepted {
  const offer = course.facts.offers.find(candidate => candidate.id === id)
  if (offer === undefined) return { refused: 'unknown' }
  if (offer.status === 'accepted') return { transferredAt: offer.transferredAt ?? course.now }
  if (offer.status !== 'offered') return { refused: 'revoked' }
  offer.status = 'accepted'
  offer.transferredAt = course.now
  course.people = { ...course.people, familyCaseworker: person }
  course.journal.emit({ type: 'offerAccepted', offer: id, person, screening }, person)
  course.moveResponsibility({
    administration: 'social-services',
    unit: 'family-group',
    person,
    basis: 'accepted',
    by: person,
  })
  course.bell(bells.offer).ring()
  return { transferredAt: offer.transferredAt }
}

function declined(course: Concern, { offer: id, reason, text }: OfferDeclined): void {
  const offer = openOffer(course, id)
  if (offer === undefined) return
  offer.status = 'declined'
  void endGrants(course, id, 'declined')
  course.journal.emit({ type: 'offerDeclined', offer: id, reason, ...(text === undefined ? {} : { text }) })
  course.post.send({ kind: 'offerAnswered', to: 'socialWorker', person: course.people.socialWorker })
  course.bell(bells.offer).ring()
}

/** Where a consent stands now. What was offered under it, not yet accepted and no longer covered, is taken back. */
async function consentTold(course: Concern, message: ConsentAnswered, practice: boolean): Promise<void> {
  const consent = course.facts.consents.find(entry => entry.id === message.consent)
  if (consent === undefined) return
  consent.status = message.status
  consent.kinds = message.kinds
  consent.oral = message.oral ?? false
  course.bell(bells.consent).ring()
  if (message.status !== 'withdrawn' && !patched('lapsed-consent-takes-back')) return
  for (const offer of course.facts.offers.filter(offer => restsOn(offer, consent.id))) {
    const kinds = (offer.attached ?? []).flatMap(({ kind, basis }) => (basis === 'consent' ? [kind] : []))
    if (isInForce(consent) && covers(consent, kinds)) continue
    await course.flow.branch(() => revoke(course, { offer, reason: 'consentWithdrawn', by: null, practice }))
  }
}
