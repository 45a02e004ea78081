import type { ReferralInput } from '@brobygger/domain/messages'
import { referralProcess } from '@brobygger/domain/processes'
import { endWhenAnswered, follow } from './kit/index.js'
import { answerOffer } from './referral/answer.js'
import { begin } from './referral/begin.js'
import { decideMeasure, endMeasure, holdFirstMeeting } from './referral/help.js'

/** A referral in the family group: from the offer to the help that comes of it. Page: docs/processes/referral.md */
export async function referral(input: ReferralInput): Promise<string> {
  const course = begin(referralProcess, input)
  return follow(
    course,
    input,
    {
      // 1. The family group takes over, or says why not and what instead
      answer: () => answerOffer(course, input),
      // 2. The family is met; 3. what help the child gets is decided; 4. and it ends with its effect
      firstMeeting: () => holdFirstMeeting(course, input),
      measure: () => decideMeasure(course, input),
      endMeasure: way => endMeasure(course, { input, way }),
    },
    // 5. Nothing that is owed is dropped
    { ended: way => endWhenAnswered(course, way) },
  )
}
