import type { AccessRequestInput } from '@brobygger/domain/messages'
import { accessTasks } from '@brobygger/domain/tasks'
import { startClock } from './clock.js'
import { tellRequester } from './tell-requester.js'
import type { Access, AccessWay } from './way.js'

/** Is it them? The clock runs meanwhile, and they have a receipt. */
export async function verifyIdentity(course: Access, input: AccessRequestInput): Promise<AccessWay> {
  const { facts, desk } = course
  if (facts.clock === null) {
    startClock(course, input)
    tellRequester(course, input, 'accessReceipt')
  }
  const { answer, text, by } = await desk.ask(accessTasks(input.unit).verify)
  return answer.proof === 'notVerified'
    ? { next: 'answer', outcome: 'refused', refusal: 'identity', text, by }
    : { next: 'collect' }
}
