export {
  acknowledged,
  referralAcceptance,
  referralDecline,
  referralOffer,
  referralReceipt,
  referralReport,
  referralRevocation,
  referralTransfer,
  type Acknowledged,
  type ReferralAcceptance,
  type ReferralDecline,
  type ReferralOffer,
  type ReferralReceipt,
  type ReferralReport,
  type ReferralRevocation,
  type ReferralTransfer,
} from './referral.js'
export {
  notificationOffer,
  notificationReceipt,
  notificationReport,
  type NotificationOffer,
  type NotificationReceipt,
  type NotificationReport,
} from './notification.js'

/** The contracts between the administrations; each has transit keys of its own. */
export const contractNames = ['referral', 'notification'] as const
export type ContractName = (typeof contractNames)[number]
