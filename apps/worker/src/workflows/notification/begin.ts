import type { NotificationInput } from '@brobygger/domain/messages'
import type { Process } from '@brobygger/domain/processes'
import {
  childrensHouseTask,
  investigationTask,
  notificationReceiptTask,
  orientationTask,
  policeTask,
  provisionalTask,
  tellParentsTask,
} from '@brobygger/domain/tasks'
import { patched } from '@temporalio/workflow'
import {
  listenToRegistry,
  listenToSender,
  lookAtCustody,
  owedToLookAtCustody,
  owedToRegistry,
  start,
} from '../kit/index.js'
import { oriented, receiptSent } from './letters.js'
import { finished, startInvestigation, tooLate } from './investigation.js'
import type { Notification, NotificationFacts, NotificationStep, NotificationWay } from './way.js'

/** Starts a notification, or goes on from its ledger. The clocks of the law run from the moment of awareness. */
export function begin(process: Process<NotificationStep>, input: NotificationInput): Notification {
  const { offer, ageBand, mainCategory, text, abuse, at } = input.offer
  const nothingMore = () => undefined
  const course = start<NotificationWay, NotificationFacts>(process, input, {
    facts: { investigation: 'none' },
    opening: [
      { type: 'offerReceived', offer, contract: 'notification', ageBand, mainCategory, basis: 'duty', text },
    ],
    turns: course => ({ close: () => course.turnTo({ next: 'ended', outcome: 'closed', abandoned: true }) }),
    owed: course => [
      { task: notificationReceiptTask, then: () => receiptSent(course, input) },
      { task: orientationTask, then: answered => oriented(course, { input, answered }) },
      { task: tellParentsTask, then: nothingMore },
      { task: policeTask, then: nothingMore },
      { task: childrensHouseTask, then: nothingMore },
      { task: provisionalTask, then: nothingMore },
      {
        task: investigationTask,
        then: answered => finished(course, answered),
        late: () => tooLate(course),
      },
      ...owedToRegistry(course),
      owedToLookAtCustody(course),
    ],
  })
  listenToRegistry(course, {
    leads: () => true,
    custodyChanged: () => {
      if (patched('custody-after-acceptance')) lookAtCustody(course)
    },
  })
  listenToSender(course)
  if (input.ledger === undefined) {
    course.desk.owe(notificationReceiptTask, { from: at }, { then: () => receiptSent(course, input) })
    if (abuse) startInvestigation(course, input)
  }
  return course
}
