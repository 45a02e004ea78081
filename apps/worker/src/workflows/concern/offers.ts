import type { ConcernInput } from '@brobygger/domain/messages'
import type { NotificationOffer } from '@brobygger/domain/contracts'
import { namespaceOf } from '@brobygger/domain/codes'
import { familyGroupService } from '@brobygger/nexus'
import { createNexusServiceClient } from '@temporalio/workflow'
import { unstoppable, withPatience } from '../kit/index.js'
import type { Concern, ConcernFacts } from './way.js'

type Offer = ConcernFacts['offers'][number]

/** The family group's side of the contracts; practice cases talk to its practice namespace. */
function familyGroup(practice: boolean) {
  return createNexusServiceClient({
    service: familyGroupService,
    endpoint: namespaceOf({ administration: 'social-services', practice }),
  })
}

/** Makes an offer: noted and recorded first, so that nothing crosses that the case does not know of. */
async function make(
  course: Concern,
  args: {
    contract: Offer['contract']
    consent: string | null
    text: string
    by: string
    send: (offer: string) => Promise<unknown>
  },
): Promise<Offer> {
  const { contract, consent, text, by, send } = args
  const count = course.facts.offers.filter(offer => offer.contract === contract).length
  const id = `${contract}-${course.caseId}-${count + 1}`
  course.facts.offers.push({ id, contract, status: 'offered', consent })
  const offer = course.facts.offers.at(-1) as Offer
  const basis = consent === null ? 'duty' : 'consent'
  course.journal.emit(
    { type: 'offerMade', offer: id, contract, to: 'family-group', basis, consent, text },
    by,
  )
  await unstoppable(async () => {
    await course.journal.write()
    await sendAcross(course, () => send(id))
    course.journal.emit({ type: 'offerDelivered', offer: id })
  })
  return offer
}

/** S7: offers the case to the family group under the referral contract. */
export async function offerReferral(
  course: Concern,
  args: {
    input: ConcernInput
    consent: string
    text: string
    by: string
    interpreter: boolean
    documents: string[]
  },
): Promise<Offer> {
  const { input, consent, text, by, interpreter, documents } = args
  const { teamLeader, familyGroupLeader, socialWorker } = course.people
  return make(course, {
    contract: 'referral',
    consent,
    text,
    by,
    send: offer =>
      familyGroup(input.practice !== null).executeOperation('offerReferral', {
        contract: 'referral',
        caseId: course.caseId,
        offer,
        practice: input.practice !== null,
        at: course.now,
        ageBand: input.ageBand,
        mainCategory: input.mainCategory,
        interpreter,
        basis: 'consent',
        consent,
        documents,
        text,
        socialWorker,
        leaders: { sender: teamLeader, receiver: familyGroupLeader },
      }),
  })
}

/** S11: notifies the family group. It cannot decline; responsibility moves when the notification has arrived. */
export async function sendNotification(
  course: Concern,
  args: {
    input: ConcernInput
    text: string
    by: string
    notification: Pick<
      NotificationOffer,
      'notifierRole' | 'abuse' | 'acute' | 'parentsTold' | 'siblings' | 'interpreter'
    >
  },
): Promise<Offer> {
  const { input, text, by, notification } = args
  const { teamLeader, familyGroupLeader } = course.people
  const at = course.now
  const offer = await make(course, {
    contract: 'notification',
    consent: null,
    text,
    by,
    send: offer =>
      familyGroup(input.practice !== null).executeOperation('notify', {
        contract: 'notification',
        caseId: course.caseId,
        offer,
        practice: input.practice !== null,
        at,
        notifier: by,
        institution: input.institution,
        ageBand: input.ageBand,
        mainCategory: input.mainCategory,
        text,
        leaders: { sender: teamLeader, receiver: familyGroupLeader },
        ...notification,
      }),
  })
  offer.status = 'accepted'
  offer.transferredAt = at
  return offer
}

/** Takes back an offer that has not been answered, and tells the receiver. */
export async function revoke(
  course: Concern,
  args: {
    offer: Offer
    reason: 'revoked' | 'consentWithdrawn' | 'caseClosed'
    by: string | null
    practice: boolean
    text?: string
  },
): Promise<void> {
  const { offer, reason, by, practice, text } = args
  offer.status = 'revoked'
  course.journal.emit(
    { type: 'offerRevoked', offer: offer.id, reason, ...(text === undefined ? {} : { text }) },
    by,
  )
  course.bells.offer.ring()
  await unstoppable(async () => {
    await course.journal.write()
    await sendAcross(course, () =>
      familyGroup(practice).executeOperation('revokeReferral', {
        contract: 'referral',
        caseId: course.caseId,
        offer: offer.id,
        practice,
        at: course.now,
        reason,
      }),
    )
  })
}

/** A call across the boundary; an outage over there shows here. */
function sendAcross<T>(course: Concern, call: () => Promise<T>): Promise<T> {
  const { flow, journal } = course
  return flow.call(() => withPatience({ system: 'social-services', journal, call }))
}
