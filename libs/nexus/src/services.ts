import type {
  Acknowledged,
  CourseOffer,
  CourseReceipt,
  CourseRevocation,
  NotificationOffer,
  NotificationReceipt,
  OfferReport,
  ReferralAcceptance,
  ReferralDecline,
  ReferralOffer,
  ReferralReceipt,
  ReferralRevocation,
  ReferralTransfer,
} from '@brobygger/domain/contracts'
import { operation, service } from 'nexus-rpc'

/** What the family group answers to. Every operation is short: a receipt now, the answer as a message later. */
export const familyGroupService = service('family-group', {
  /** Starts the referral under the offer's id, so that a repeated offer finds the first. */
  offerReferral: operation<ReferralOffer, ReferralReceipt>(),
  revokeReferral: operation<ReferralRevocation, Acknowledged>(),
  /** Starts the notification under the offer's id. */
  notify: operation<NotificationOffer, NotificationReceipt>(),
})

/** What the family house answers to. */
export const familyHouseService = service('family-house', {
  /** Starts the course under the offer's id, so that a repeated recommendation finds the first. */
  offerCourse: operation<CourseOffer, CourseReceipt>(),
  revokeCourse: operation<CourseRevocation, Acknowledged>(),
})

/** What the case in children and youth answers to; it is the only register of responsibility. */
export const caseService = service('case', {
  /** Decides between acceptance and revocation; answers with the moment of transfer, or that the offer is gone. */
  acceptReferral: operation<ReferralAcceptance, ReferralTransfer>(),
  declineReferral: operation<ReferralDecline, Acknowledged>(),
  reportReferral: operation<OfferReport, Acknowledged>(),
  reportNotification: operation<OfferReport, Acknowledged>(),
  reportCourse: operation<OfferReport, Acknowledged>(),
})
