import type { NotificationInput } from '@brobygger/domain/messages'
import type { Answered } from '../kit/index.js'
import type { Notification } from './way.js'

/** The notifier has the receipt that the law promises. */
export function receiptSent(course: Pick<Notification, 'post'>, input: NotificationInput): void {
  const { notifier, notifierRole } = input.offer
  course.post.send({ kind: 'notificationReceipt', to: notifierRole, person: notifier })
}

/** The notifier hears whether something was started, unless that would harm the child. */
export function oriented(
  course: Pick<Notification, 'post'>,
  { input, answered }: { input: NotificationInput; answered: Answered },
): void {
  if (answered.answer['told'] === 'withheld') return
  const { notifier, notifierRole } = input.offer
  course.post.send({ kind: 'orientation', to: notifierRole, person: notifier })
}
