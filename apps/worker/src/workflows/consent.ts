import type { ConsentInput } from '@brobygger/domain/messages'
import { consentProcess } from '@brobygger/domain/processes'
import { continueAsNew } from '@temporalio/workflow'
import { collectAnswers } from './consent/answers.js'
import { begin } from './consent/begin.js'
import { endConsent } from './consent/end.js'
import { deliver } from './consent/delivery.js'
import { keepInForce } from './consent/in-force.js'
import type { ConsentWay } from './consent/way.js'
import { inRuns } from './kit/index.js'

/** A consent: asked for, answered one by one, in force, withdrawable at any moment. Page: docs/processes/consent.md */
export async function consent(input: ConsentInput): Promise<string> {
  const course = begin(consentProcess, input)
  const goOn = (ledger: ConsentInput['ledger']) => continueAsNew<typeof consent>({ ...input, ledger })

  return inRuns(course, goOn, async () => {
    let way: ConsentWay = { next: 'delivery' }
    for (;;) {
      switch (way.next) {
        // 1. The text reaches the family; only then does the clock start
        case 'delivery':
          way = await course.step('delivery', () => deliver(course, input))
          break
        // 2. Those who must consent answer one by one; silence is an answer too
        case 'answers':
          way = await course.step('answers', () => collectAnswers(course, input))
          break
        // 3. In force, until it is withdrawn, reviewed away, or ends with the case
        case 'inForce':
          way = await course.step('inForce', () => keepInForce(course, input))
          break
        case 'ended':
          return endConsent(course, input)
      }
    }
  })
}
