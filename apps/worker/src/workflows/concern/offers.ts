import type { ConcernInput } from '@brobygger/domain/messages'
import { namespaceOf, type Unit } from '@brobygger/domain/codes'
import type { EventOf } from '@brobygger/domain/events'
import { courseNumber, processId } from '@brobygger/domain/processes'
import { familyGroupService, familyHouseService } from '@brobygger/nexus'
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

/** The family house's side of its contract. */
function familyHouse(practice: boolean) {
  return createNexusServiceClient({
    service: familyHouseService,
    endpoint: namespaceOf({ administration: 'social-services', practice }),
  })
}

/** The process that an offer under a contract becomes at the receiver's. */
const becomes = {
  referral: 'referral',
  notification: 'notification',
  'family-house': 'familyHouseCourse',
} as const

/** The id of the next offer under a contract; the receiver's process bears it, so that a repeat finds the first. */
export function nextOffer(course: Concern, contract: Offer['contract']): string {
  const count = course.facts.offers.filter(offer => offer.contract === contract).length
  const n = contract === 'family-house' ? courseNumber({ way: 'counselling', before: count }) : count + 1
  return processId({ kind: becomes[contract], caseId: course.caseId, n })
}

/** Makes an offer: noted and recorded first, so that nothing crosses that the case does not know of. */
async function make(
  course: Concern,
  made: Pick<Offer, 'id' | 'contract' | 'consent'> & {
    basis: EventOf<'offerMade'>['basis']
    to: Unit
    text?: string
    by: string | null
    send: () => Promise<unknown>
  },
): Promise<Offer> {
  const { id, contract, consent, basis, to, text, by, send } = made
  const known = course.facts.offers.find(offer => offer.id === id)
  const offer: Offer = known ?? { id, contract, status: 'offered', consent }
  if (known === undefined) {
    course.facts.offers.push(offer)
    course.journal.emit(
      { type: 'offerMade', offer: id, contract, to, basis, consent, ...(text === undefined ? {} : { text }) },
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
  const { teamLeader, familyGroupLeader, nextManager, socialWorker } = course.people
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
      leaders: { sender: teamLeader, receiver: familyGroupLeader, next: nextManager },
    })
  const under = { contract: 'referral', basis: 'consent', to: 'family-group' } as const
  return make(course, { ...under, id: offer, consent, text, by, send })
}

/** S11: notifies the family group. It cannot decline; responsibility moves when the notification has arrived. */
export async function sendNotification(
  course: Concern,
  { input, notification }: { input: ConcernInput; notification: PreparedNotification },
): Promise<Offer> {
  const { by, ...told } = notification
  const { teamLeader, familyGroupLeader, nextManager } = course.people
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
      leaders: { sender: teamLeader, receiver: familyGroupLeader, next: nextManager },
    })
  const { offer: id, text } = notification
  const under = { contract: 'notification', basis: 'duty', to: 'family-group' } as const
  const offer = await make(course, { ...under, id, consent: null, text, by, send })
  offer.status = 'accepted'
  offer.transferredAt = at
  return offer
}

/** S4: recommends the family to the family house. Nobody is named and no text crosses, so no consent is needed. */
export async function recommendToFamilyHouse(
  course: Concern,
  { input, id }: { input: ConcernInput; id: string },
): Promise<Offer> {
  const { teamLeader, familyGroupLeader, familyHouseLeader, nextManager, socialWorker } = course.people
  const practice = input.practice !== null
  const send = () =>
    familyHouse(practice).executeOperation('offerCourse', {
      contract: 'family-house',
      caseId: course.caseId,
      offer: id,
      practice,
      at: course.now,
      houseKind: 'short',
      ageBand: input.ageBand,
      mainCategory: input.mainCategory,
      interpreter: input.interpreterLanguage !== null,
      socialWorker,
      leaders: {
        sender: teamLeader,
        receiver: familyGroupLeader,
        house: familyHouseLeader ?? familyGroupLeader,
        next: nextManager,
      },
    })
  const under = { contract: 'family-house', basis: 'anonymous', to: 'family-house' } as const
  return make(course, { ...under, id, consent: null, by: null, send })
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
    const message = { caseId: course.caseId, offer: offer.id, practice, at: course.now, reason }
    await sendAcross(course, () =>
      offer.contract === 'family-house'
        ? familyHouse(practice).executeOperation('revokeCourse', { ...message, contract: 'family-house' })
        : familyGroup(practice).executeOperation('revokeReferral', { ...message, contract: 'referral' }),
    )
  })
}

/** A call across the boundary; an outage over there shows here. */
function sendAcross<T>(course: Concern, call: () => Promise<T>): Promise<T> {
  const { flow, journal } = course
  return flow.call(() => withPatience({ system: 'social-services', journal, call }))
}
