import type { NotificationInput } from '@brobygger/domain/messages'
import { report } from '../kit/index.js'
import type { Notification } from './way.js'

/** Tells the case that the notification has been assessed, so that the follow-up with the institution can begin. */
export async function reportHandled(course: Notification, input: NotificationInput): Promise<void> {
  await report(course, input.offer, { report: 'notificationHandled', on: course.now.slice(0, 10) })
}
