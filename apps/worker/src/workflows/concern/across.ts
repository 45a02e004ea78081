import { namespaceOf, type ProcessUnit, type RegisterTelling } from '@brobygger/domain/codes'
import type { SentDocument } from '@brobygger/domain/contracts'
import type { EventOf } from '@brobygger/domain/events'
import { courseNumber, processId } from '@brobygger/domain/processes'
import { familyGroupService, familyGroupServiceV2, familyHouseService } from '@brobygger/nexus'
import { createNexusServiceClient } from '@temporalio/workflow'
import { unstoppable, withPatience } from '../kit/index.js'
import { endGrants, grantFor } from './grants.js'
import { bells, type Concern, type Offer } from './way.js'

/** The family group's side of the contracts; practice cases talk to its practice namespace. */
export function familyGroup(practice: boolean) {
  return createNexusServiceClient({
    service: familyGroupService,
    endpoint: namespaceOf({ administration: 'social-services', practice }),
  })
}

/** The same, in version 2. */
export function familyGroupV2(practice: boolean) {
  return createNexusServiceClient({
    service: familyGroupServiceV2,
    endpoint: namespaceOf({ administration: 'social-services', practice }),
  })
}

/** The family house's side of its contract. */
export function familyHouse(practice: boolean) {
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
export async function make(
  course: Concern,
  made: Pick<Offer, 'id' | 'contract' | 'consent'> & {
    stated?: string | undefined
    attached?: SentDocument[] | undefined
    basis: EventOf<'offerMade'>['basis']
    to: ProcessUnit
    text?: string
    by: string | null
    send: () => Promise<unknown>
  },
): Promise<Offer> {
  const { id, contract, consent, stated, attached, basis, to, text, by, send } = made
  const known = course.facts.offers.find(offer => offer.id === id)
  const offer: Offer = known ?? {
    ...{ id, contract, status: 'offered', consent },
    ...(stated === undefined ? {} : { stated }),
    ...(attached === undefined ? {} : { attached }),
    ...(text === undefined ? {} : { text }),
  }
  if (known === undefined) {
    course.facts.offers.push(offer)
    course.journal.emit(
      {
        ...{ type: 'offerMade', offer: id, contract, to, basis, consent },
        ...(attached === undefined ? {} : { documents: attached }),
        ...(text === undefined ? {} : { text }),
      },
      by,
    )
  }
  await unstoppable(async () => {
    await course.journal.write()
    const granting = grantFor(course, { offer, basis, to, text })
    if (granting !== undefined) await granting
    await sendAcross(course, send)
    course.journal.emit({ type: 'offerDelivered', offer: id })
  })
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
    const ending = endGrants(course, offer.id, reason)
    if (ending !== undefined) await ending
    const message = { caseId: course.caseId, offer: offer.id, practice, at: course.now, reason }
    await sendAcross(course, () =>
      offer.contract === 'family-house'
        ? familyHouse(practice).executeOperation('revokeCourse', { ...message, contract: 'family-house' })
        : familyGroup(practice).executeOperation('revokeReferral', { ...message, contract: 'referral' }),
    )
  })
}

/**
 * Tells whoever has taken the case over what the register of persons says of the child. False when the responsibility is
 * here: then nobody else has to hear of it.
 */
export function tellReceivers(
  course: Concern,
  { told, practice }: { told: readonly RegisterTelling[]; practice: boolean },
): boolean {
  if (course.responsible === course.people.socialWorker) return false
  for (const { contract, id: offer } of course.facts.offers.filter(({ status }) => status === 'accepted')) {
    if (told.length === 0 || contract === 'family-house') continue
    const operation = contract === 'referral' ? 'tellReferral' : 'tellNotification'
    const message = { contract, caseId: course.caseId, offer, practice, at: course.now, told: [...told] }
    void unstoppable(async () => {
      await course.journal.write()
      await sendAcross(course, () => familyGroupV2(practice).executeOperation(operation, message))
    })
  }
  return true
}

/** A call across the boundary; an outage over there shows here. */
function sendAcross<T>(course: Concern, call: () => Promise<T>): Promise<T> {
  const { flow, journal } = course
  return flow.call(() => withPatience({ system: 'social-services', journal, call }))
}
