import { accessRequestProcess } from './access-request.js'
import { accessReviewProcess } from './access-review.js'
import { bulkHandOverProcess } from './bulk-hand-over.js'
import { concernProcess } from './concern.js'
import { consentProcess } from './consent.js'
import type { Process, ProcessKind } from './define.js'
import { erasureProcess } from './erasure.js'
import { familyHouseCourseProcess } from './family-house-course.js'
import { familyHouseGroupProcess } from './family-house-group.js'
import { journalProcess } from './journal.js'
import { notificationProcess } from './notification.js'
import { referralProcess } from './referral.js'
import { retentionProcess } from './retention.js'
import { visitRoundProcess } from './visit-round.js'

/** Every process by its kind. */
export const processes: Readonly<Record<ProcessKind, Process>> = {
  concern: concernProcess,
  consent: consentProcess,
  referral: referralProcess,
  notification: notificationProcess,
  familyHouseCourse: familyHouseCourseProcess,
  familyHouseGroup: familyHouseGroupProcess,
  bulkHandOver: bulkHandOverProcess,
  visitRound: visitRoundProcess,
  accessRequest: accessRequestProcess,
  erasure: erasureProcess,
  retention: retentionProcess,
  accessReview: accessReviewProcess,
  journal: journalProcess,
}
