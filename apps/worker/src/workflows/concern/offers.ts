import type { ConcernInput } from '@brobygger/domain/messages'
import { namespaceOf } from '@brobygger/domain/codes'
import { familyGroupService } from '@brobygger/nexus'
import { createNexusServiceClient } from '@temporalio/workflow'
import { unstoppable, withPatience } from '../kit/index.js'
import {
  bells,
  type Concern,
  type ConcernFacts,
  type PreparedNotification,
  type PreparedReferral,
} from './way.js'

type Offer = ConcernFacts['offers'][number]

/** The family group's side of the contracts; practice cases talk to its practice namespace. */
function familyGroup(practice: boolean) {
  return createNexusServiceClient({
    service: familyGroupService,
    endpoint: namespaceOf({ administration: 'social-services', practice }),
  })
}

/** The id of the next offer under a contract; the receiver's process bears it, so that a repeat finds the first. */
export function nextOffer(course: Concern, contract: Offer['contract']): string {
  const count = course.facts.offers.filter(offer => offer.contract === contract).length
  return `${contract}-${course.caseId}-${count + 1}`
}

/** Makes an offer: noted and recorded first, so that nothing crosses that the case does not know of. */
async function make(
  course: Concern,
  made: Pick<Offer, 'id' | 'contract' | 'consent'> & {
    text: string
    by: string
    send: () => Promise<unknown>
  },
): Promise<Offer> {
  const { id, contract, consent, text, by, send } = made
  const known = course.facts.offers.find(offer => offer.id === id)
  const offer: Offer = known ?? { id, contract, status: 'offered', consent }
  if (known === undefined) {
    course.facts.offers.push(offer)
    const basis = consent === null ? 'duty' : 'consent'
    course.journal.emit(
      { type: 'offerMade', offer: id, contract, to: 'family-group', basis, consent, text },
      by,
    )
  }
  await unstoppable(async () => {
    await course.journal.write()
    await sendAcross(course, send)
    course.journal.emit({ type: 'offerDelivered', offer: id })
  })
  return offer
}

/** S7: offers the case to the family group under the referral contract. */
export async function offerReferral(
  course: Concern,
  { input, referral }: { input: ConcernInput; referral: PreparedReferral },
): Promise<Offer> {
  const { offer, consent, text, by, interpreter, documents } = referral
  const { teamLeader, familyGroupLeader, socialWorker } = course.people
  const practice = input.practice !== null
  const send = () =>
    familyGroup(practice).executeOperation('offerReferral', {
      contract: 'referral',
      caseId: course.caseId,
      offer,
      practice,
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
    })
  return make(course, { id: offer, contract: 'referral', consent, text, by, send })
}

/** S11: notifies the family group. It cannot decline; responsibility moves when the notification has arrived. */
export async function sendNotification(
  course: Concern,
  { input, notification }: { input: ConcernInput; notification: PreparedNotification },
): Promise<Offer> {
  const { by, ...told } = notification
  const { teamLeader, familyGroupLeader } = course.people
  const practice = input.practice !== null
  const at = course.now
  const send = () =>
    familyGroup(practice).executeOperation('notify', {
      ...told,
      contract: 'notification',
      caseId: course.caseId,
      practice,
      at,
      notifier: by,
      institution: input.institution,
      ageBand: input.ageBand,
      mainCategory: input.mainCategory,
      leaders: { sender: teamLeader, receiver: familyGroupLeader },
    })
  const { offer: id, text } = notification
  const offer = await make(course, { id, contract: 'notification', consent: null, text, by, send })
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
  course.bell(bells.offer).ring()
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
