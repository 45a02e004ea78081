export { documentBasis, documentKind, sentDocument, type SentDocument } from './document.js'
export {
  acknowledged,
  referralAcceptance,
  referralDecline,
  referralOffer,
  referralReceipt,
  referralRevocation,
  referralTransfer,
  type Acknowledged,
  type ReferralAcceptance,
  type ReferralDecline,
  type ReferralOffer,
  type ReferralReceipt,
  type ReferralRevocation,
  type ReferralTransfer,
} from './referral.js'
export {
  notificationOffer,
  notificationReceipt,
  type NotificationOffer,
  type NotificationReceipt,
} from './notification.js'

export {
  courseOffer,
  courseReceipt,
  courseRevocation,
  type CourseOffer,
  type CourseReceipt,
  type CourseRevocation,
} from './family-house.js'
export { agreed, type Agreed, type AnyAgreed, type ContractMessage } from './agreed.js'
export {
  referralDeclineAsV1,
  referralDeclineV1,
  referralOfferAsV1,
  referralOfferV1,
  type ReferralDeclineV1,
  type ReferralOfferV1,
} from './before.js'
export { ANSWERS_WITHIN, MESSAGE_LIMIT, services, type ServiceName } from './services.js'
export { childNews, type ChildNews } from './register-told.js'
export { offerReport, type OfferReport } from './report.js'

/** The contracts between the administrations; each has transit keys of its own. */
export const contractNames = ['referral', 'notification', 'family-house'] as const
export type ContractName = (typeof contractNames)[number]
