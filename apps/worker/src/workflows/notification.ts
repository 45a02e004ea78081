import type { NotificationInput } from '@brobygger/domain/messages'
import { notificationProcess } from '@brobygger/domain/processes'
import { continueAsNew } from '@temporalio/workflow'
import { endWhenAnswered, inRuns } from './kit/index.js'
import { assessWithinADay } from './notification/assessment.js'
import { begin } from './notification/begin.js'
import { clarify, investigate } from './notification/investigation.js'
import type { NotificationWay } from './notification/way.js'

/** A notification in the family group: acute danger within 24 hours, then what the child needs. Page: docs/processes/notification.md */
export async function notification(input: NotificationInput): Promise<string> {
  const course = begin(notificationProcess, input)
  const goOn = (ledger: NotificationInput['ledger']) =>
    continueAsNew<typeof notification>({ ...input, ledger })

  return inRuns(course, goOn, async () => {
    let way: NotificationWay = { next: 'assessment' }
    for (;;) {
      switch (way.next) {
        // 1. Is the child in acute danger? Within 24 hours, weekends and holidays included
        case 'assessment':
          way = await course.step('assessment', () => assessWithinADay(course, input))
          break
        // 2. Delimited matters are clarified; 3. suspected abuse is always investigated
        case 'clarification':
          way = await course.step('clarification', () => clarify(course, input))
          break
        case 'investigation':
          way = await course.step('investigation', () => investigate(course, input))
          break
        // 4. Nothing that is owed is dropped: the receipt, and word to the professional who notified
        case 'ended':
          return endWhenAnswered(course, way)
      }
    }
  })
}
