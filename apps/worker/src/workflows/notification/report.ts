import type { NotificationInput } from '@brobygger/domain/messages'
import { sayToSender, senderOf } from '../referral/sender.js'
import type { Notification } from './way.js'

/** Tells the case that the notification has been assessed, so that the follow-up with the institution can begin. */
export async function reportHandled(course: Notification, input: NotificationInput): Promise<void> {
  const { offer, practice } = input.offer
  const at = course.now
  const report = { offer, report: 'notificationHandled' as const, on: at.slice(0, 10) }
  course.journal.emit({ type: 'helpReported', report })
  await sayToSender(course, () =>
    senderOf(practice).executeOperation('reportNotification', {
      contract: 'notification',
      caseId: course.caseId,
      offer,
      practice,
      at,
      report,
    }),
  )
}
