import type { NotificationInput } from '@brobygger/domain/messages'
import { notificationProcess } from '@brobygger/domain/processes'
import { endWhenAnswered, follow } from './kit/index.js'
import { assessWithinADay } from './notification/assessment.js'
import { begin } from './notification/begin.js'
import { clarify, investigate } from './notification/investigation.js'

/** A notification in the family group: acute danger within 24 hours, then what the child needs. Page: docs/processes/notification.md */
export async function notification(input: NotificationInput): Promise<string> {
  const course = begin(notificationProcess, input)
  return follow(
    course,
    input,
    {
      // 1. Is the child in acute danger? Within 24 hours, weekends and holidays included
      assessment: () => assessWithinADay(course, input),
      // 2. Delimited matters are clarified; 3. suspected abuse is always investigated
      clarification: () => clarify(course, input),
      investigation: () => investigate(course, input),
    },
    // 4. Nothing that is owed is dropped: the receipt, and word to the professional who notified
    { ended: way => endWhenAnswered(course, way) },
  )
}
