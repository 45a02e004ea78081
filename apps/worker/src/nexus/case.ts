import {
  services,
  type Acknowledged,
  type OfferReport,
  type ReferralDecline,
  type ReferralTransfer,
} from '@brobygger/domain/contracts'
import type { OfferAccepted } from '@brobygger/domain/messages'
import { caseService, caseServiceV2 } from '@brobygger/nexus'
import { serviceHandler } from 'nexus-rpc'
import { tellProcess } from './processes.js'
import { serve } from './serve.js'

const v1 = services.case

const operations = {
  acceptReferral: serve(
    v1.acceptReferral,
    async ({ caseId, offer, person, screening }): Promise<ReferralTransfer> => {
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
  ),
  reportReferral: serve(v1.reportReferral, message => tellReport('referral', message)),
  reportNotification: serve(v1.reportNotification, message => tellReport('notification', message)),
  reportCourse: serve(v1.reportCourse, message => tellReport('family-house', message)),
}

/** Children and youth's side of the contracts: the case answers, and it alone knows who is responsible. */
export const caseHandler = serviceHandler(caseService, {
  ...operations,
  declineReferral: serve(v1.declineReferral, tellDecline),
})

/** The same, in version 2. */
export const caseHandlerV2 = serviceHandler(caseServiceV2, {
  ...operations,
  declineReferral: serve(services['case.v2'].declineReferral, tellDecline),
})

async function tellDecline(message: ReferralDecline): Promise<Acknowledged> {
  const { caseId, offer, reason, caseworker, text } = message
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
}

async function tellReport(
  contract: OfferReport['contract'],
  { caseId, report }: OfferReport,
): Promise<Acknowledged> {
  await tellProcess({
    process: `concern-${caseId}`,
    update: 'helpReported',
    id: `${report.offer}.${report.report}`,
    message: report,
  })
  return { contract, acknowledged: true }
}
