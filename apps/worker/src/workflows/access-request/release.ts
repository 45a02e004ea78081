import type { AccessRequestInput } from '@brobygger/domain/messages'
import { accessTasks } from '@brobygger/domain/tasks'
import { patched } from '@temporalio/workflow'
import { stopClock } from './clock.js'
import { tellRequester } from './tell-requester.js'
import type { Access, AccessWay } from './way.js'

/** One parent is not told the other's secrets by mistake. */
export async function checkOtherParent(course: Access, input: AccessRequestInput): Promise<AccessWay> {
  await course.desk.ask(accessTasks(input.unit).otherParent)
  return { next: 'release' }
}

/** A leader looks at the whole answer: out, back to those who made it, or no. */
export async function release(course: Access, input: AccessRequestInput): Promise<AccessWay> {
  const { facts, desk } = course
  const { answer, text, by } = await desk.ask(accessTasks(input.unit).release)
  const { decision, refusal, again } = answer
  switch (decision) {
    case 'back':
      facts.decided = facts.decided.filter(item => !again.includes(item))
      return { next: 'collect' }
    case 'refuse':
      return { next: 'answer', outcome: 'refused', refusal, text, by }
    case 'send':
      return { next: 'answer', outcome: 'sent', text, by }
  }
}

/**
 * The answer goes, with what is shown, or with the reason and a guide to complaints. The clock stops when it is there;
 * what a colleague takes along to somebody who is no party goes no way that we can follow.
 */
export function answerRequester(course: Access, input: AccessRequestInput, way: AccessWay): AccessWay {
  const { refusal = null, text, by = null } = way
  const refused = refusal !== null
  course.journal.emit({ type: 'accessAnswered', outcome: refused ? 'refused' : 'sent', refusal, text }, by)
  if (input.requester === 'other' || !patched('the-clock-stops-with-the-letter')) stopClock(course)
  tellRequester(course, input, refused ? 'accessRefused' : 'accessAnswer')
  return { next: 'ended', outcome: refused ? 'refused' : 'sent' }
}
