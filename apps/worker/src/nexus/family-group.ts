import {
  services,
  type Acknowledged,
  type ChildNews,
  type NotificationReceipt,
  type ReferralOffer,
  type ReferralReceipt,
} from '@brobygger/domain/contracts'
import type { NotificationInput, ReferralInput } from '@brobygger/domain/messages'
import { peopleWith, type People } from '@brobygger/domain/organisation'
import { familyGroupService, familyGroupServiceV2 } from '@brobygger/nexus'
import { serviceHandler } from 'nexus-rpc'
import { startOnce, tellProcess } from './processes.js'
import { serve } from './serve.js'

const v1 = services['family-group']

const operations = {
  revokeReferral: serve(v1.revokeReferral, async ({ offer, reason }): Promise<Acknowledged> => {
    await tellProcess({
      process: offer,
      update: 'revokeReferral',
      id: `${offer}.revoked`,
      message: { reason },
    })
    return { contract: 'referral', acknowledged: true }
  }),
  notify: serve(v1.notify, async (offer): Promise<NotificationReceipt> => {
    const input: NotificationInput = {
      caseId: offer.caseId,
      practice: offer.practice ? { startsAt: offer.at } : null,
      people: peopleOf(offer.leaders, offer.notifier),
      offer,
    }
    await startOnce('notification', { id: offer.offer, caseId: offer.caseId, input })
    return { contract: 'notification', offer: offer.offer, received: true }
  }),
}

/** Social services' side of the contracts: a receipt at once, the process does the rest. */
export const familyGroupHandler = serviceHandler(familyGroupService, {
  ...operations,
  offerReferral: serve(v1.offerReferral, startReferral),
})

/** The same, in version 2. */
export const familyGroupHandlerV2 = serviceHandler(familyGroupServiceV2, {
  ...operations,
  offerReferral: serve(services['family-group.v2'].offerReferral, startReferral),
  tellReferral: serve(services['family-group.v2'].tellReferral, tellOfChild),
  tellNotification: serve(services['family-group.v2'].tellNotification, tellOfChild),
})

/** Told twice, it is the same: what is asked already is not asked again. */
async function tellOfChild({ contract, offer, at, told }: ChildNews): Promise<Acknowledged> {
  await tellProcess({ process: offer, update: 'registerTold', id: `${offer}.told.${at}`, message: { told } })
  return { contract, acknowledged: true }
}

async function startReferral(offer: ReferralOffer): Promise<ReferralReceipt> {
  const input: ReferralInput = {
    caseId: offer.caseId,
    practice: offer.practice ? { startsAt: offer.at } : null,
    people: {
      ...peopleOf(offer.leaders, offer.socialWorker),
      familyCaseworker: offer.caseworker ?? null,
    },
    offer,
  }
  await startOnce('referral', { id: offer.offer, caseId: offer.caseId, input })
  return { contract: 'referral', offer: offer.offer, received: true }
}

/** Who is who in the family group's process: the caseworker is found when somebody takes it. */
function peopleOf(leaders: ReferralOffer['leaders'], socialWorker: string): People {
  return peopleWith({
    socialWorker,
    teamLeader: leaders.sender,
    nextManager: leaders.next ?? leaders.receiver,
    familyGroupLeader: leaders.receiver,
  })
}
