import { concernProcess } from './concern.js'
import { consentProcess } from './consent.js'
import type { Process, ProcessKind } from './define.js'
import { notificationProcess } from './notification.js'
import { referralProcess } from './referral.js'

export { stageOf, type Process, type ProcessKind, type Step } from './define.js'
export { concernProcess, type ConcernStep } from './concern.js'
export { consentProcess } from './consent.js'
export { referralProcess } from './referral.js'
export { notificationProcess } from './notification.js'
export { ledger, reopenedLedger, type Ledger, type LedgerEntry, type OwedTask } from './ledger.js'

/** Every process by its kind. */
export const processes: Readonly<Record<ProcessKind, Process>> = {
  concern: concernProcess,
  consent: consentProcess,
  referral: referralProcess,
  notification: notificationProcess,
}
