import type { AccessRequestInput } from '@brobygger/domain/messages'
import { accessRequestProcess } from '@brobygger/domain/processes'
import { begin } from './access-request/begin.js'
import { collect } from './access-request/collect.js'
import { verifyIdentity } from './access-request/identity.js'
import { redactEach } from './access-request/redact.js'
import { answerRequester, checkOtherParent, release } from './access-request/release.js'
import { endWhenAnswered, follow } from './kit/index.js'

/** Somebody asks to see what is written about them or their child. Page: docs/processes/accessRequest.md */
export async function accessRequest(input: AccessRequestInput): Promise<string> {
  const course = begin(accessRequestProcess, input)
  return follow(
    course,
    input,
    {
      // 1. Is it them? The statutory clock runs from the day the request came in
      identity: () => verifyIdentity(course, input),
      // 2. What this administration holds is listed; its own people say what is not about whoever asks
      collect: () => collect(course, input),
      // 3. Text by text: shown, shown in part, or withheld, and why
      redact: () => redactEach(course, input),
      // 4. Does it tell one parent about the other?
      otherParent: () => checkOtherParent(course, input),
      // 5. A leader lets it out, sends it back, or refuses with a reason
      release: () => release(course, input),
      answer: way => Promise.resolve(answerRequester(course, input, way)),
    },
    { ended: way => endWhenAnswered(course, way) },
  )
}
