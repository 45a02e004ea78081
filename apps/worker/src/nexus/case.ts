import { offerReport, referralAcceptance, referralDecline } from '@brobygger/domain/contracts'
import type { OfferAccepted } from '@brobygger/domain/messages'
import { caseService } from '@brobygger/nexus'
import { serviceHandler } from 'nexus-rpc'
import { tellProcess } from './processes.js'
import { receive } from './receive.js'

const caller = { from: 'social-services', speaks: 'offer' } as const

/** Children and youth's side of the contracts: the case answers, and it alone knows who is responsible. */
export const caseHandler = serviceHandler(caseService, {
  acceptReferral: async (_context, message) => {
    const { caseId, offer, person, screening } = receive(referralAcceptance, message, caller)
    const answer = await tellProcess<OfferAccepted>({
      process: `concern-${caseId}`,
      update: 'acceptOffer',
      id: `${offer}.accepted`,
      message: { offer, person, screening },
    })
    if (answer === null) return { contract: 'referral', transferredAt: null, refused: 'revoked' }
    return 'transferredAt' in answer
      ? { contract: 'referral', transferredAt: answer.transferredAt, refused: null }
      : { contract: 'referral', transferredAt: null, refused: answer.refused }
  },
  declineReferral: async (_context, message) => {
    const { caseId, offer, reason, caseworker, text } = receive(referralDecline, message, caller)
    await tellProcess({
      process: `concern-${caseId}`,
      update: 'offerDeclined',
      id: `${offer}.declined`,
      message: {
        ...{ offer, reason },
        ...(caseworker === undefined ? {} : { caseworker }),
        ...(text === undefined ? {} : { text }),
      },
    })
    return { contract: 'referral', acknowledged: true }
  },
  reportReferral: async (_context, message) => {
    const { caseId, report } = receive(offerReport, message, caller)
    await tellReport(caseId, report)
    return { contract: 'referral', acknowledged: true }
  },
  reportNotification: async (_context, message) => {
    const { caseId, report } = receive(offerReport, message, caller)
    await tellReport(caseId, report)
    return { contract: 'notification', acknowledged: true }
  },
  reportCourse: async (_context, message) => {
    const { caseId, report } = receive(offerReport, message, caller)
    await tellReport(caseId, report)
    return { contract: 'family-house', acknowledged: true }
  },
})

async function tellReport(caseId: string, report: { offer: string; report: string }): Promise<void> {
  await tellProcess({
    process: `concern-${caseId}`,
    update: 'helpReported',
    id: `${report.offer}.${report.report}`,
    message: report,
  })
}
