import type { ConsentInput } from '@brobygger/domain/messages'
import { consentProcess } from '@brobygger/domain/processes'
import { collectAnswers } from './consent/answers.js'
import { begin } from './consent/begin.js'
import { deliver } from './consent/delivery.js'
import { endConsent } from './consent/end.js'
import { keepInForce } from './consent/in-force.js'
import { follow } from './kit/index.js'

/** A consent: asked for, answered one by one, in force, withdrawable at any moment. Page: docs/processes/consent.md */
export async function consent(input: ConsentInput): Promise<string> {
  const course = begin(consentProcess, input)
  return follow(
    course,
    input,
    {
      // 1. The text reaches the family; only then does the clock start
      delivery: () => deliver(course, input),
      // 2. Those who must consent answer one by one; silence is an answer too
      answers: () => collectAnswers(course, input),
      // 3. In force, until it is withdrawn, reviewed away, or ends with the case
      inForce: () => keepInForce(course, input),
    },
    { ended: () => endConsent(course, input) },
  )
}
