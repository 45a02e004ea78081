import {
  notificationOffer,
  referralOffer,
  referralRevocation,
  type ReferralOffer,
} from '@brobygger/domain/contracts'
import type { NotificationInput, ReferralInput } from '@brobygger/domain/messages'
import { peopleWith, type People } from '@brobygger/domain/organisation'
import { familyGroupService } from '@brobygger/nexus'
import { serviceHandler } from 'nexus-rpc'
import { receive } from './receive.js'
import { startOnce, tellProcess } from './processes.js'

const caller = { from: 'children-and-youth', speaks: 'case' } as const

/** Social services' side of the contracts: a receipt at once, the process does the rest. */
export const familyGroupHandler = serviceHandler(familyGroupService, {
  offerReferral: async (_context, message) => {
    const offer = receive(referralOffer, message, caller)
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
  },
  revokeReferral: async (_context, message) => {
    const { offer, reason } = receive(referralRevocation, message, caller)
    await tellProcess({
      process: offer,
      update: 'revokeReferral',
      id: `${offer}.revoked`,
      message: { reason },
    })
    return { contract: 'referral', acknowledged: true }
  },
  notify: async (_context, message) => {
    const offer = receive(notificationOffer, message, caller)
    const input: NotificationInput = {
      caseId: offer.caseId,
      practice: offer.practice ? { startsAt: offer.at } : null,
      people: peopleOf(offer.leaders, offer.notifier),
      offer,
    }
    await startOnce('notification', { id: offer.offer, caseId: offer.caseId, input })
    return { contract: 'notification', offer: offer.offer, received: true }
  },
})

/** Who is who in the family group's process: the caseworker is found when somebody takes it. */
function peopleOf(leaders: ReferralOffer['leaders'], socialWorker: string): People {
  return peopleWith({
    socialWorker,
    teamLeader: leaders.sender,
    nextManager: leaders.next ?? leaders.receiver,
    familyGroupLeader: leaders.receiver,
  })
}
