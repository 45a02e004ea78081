import type { ReferralInput } from '@brobygger/domain/messages'
import { referralProcess } from '@brobygger/domain/processes'
import { continueAsNew } from '@temporalio/workflow'
import { endWhenAnswered, inRuns } from './kit/index.js'
import { answerOffer } from './referral/answer.js'
import { begin } from './referral/begin.js'
import { decideMeasure, endMeasure, holdFirstMeeting } from './referral/help.js'
import type { ReferralWay } from './referral/way.js'

/** A referral in the family group: from the offer to the help that comes of it. Page: docs/processes/referral.md */
export async function referral(input: ReferralInput): Promise<string> {
  const course = begin(referralProcess, input)
  const goOn = (ledger: ReferralInput['ledger']) => continueAsNew<typeof referral>({ ...input, ledger })

  return inRuns(course, goOn, async () => {
    let way: ReferralWay = { next: 'answer' }
    for (;;) {
      switch (way.next) {
        // 1. The family group takes over, or says why not and what instead
        case 'answer':
          way = await course.step('answer', () => answerOffer(course, input))
          break
        // 2. The family is met; 3. what help the child gets is decided; 4. and it ends with its effect
        case 'firstMeeting':
          way = await course.step('firstMeeting', () => holdFirstMeeting(course, input))
          break
        case 'measure':
          way = await course.step('measure', () => decideMeasure(course, input))
          break
        case 'endMeasure':
          way = await course.step('endMeasure', () => endMeasure(course, { input, way }))
          break
        // 5. Nothing that is owed is dropped
        case 'ended':
          return endWhenAnswered(course, way)
      }
    }
  })
}
