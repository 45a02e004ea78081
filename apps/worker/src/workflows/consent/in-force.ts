import type { ConsentInput } from '@brobygger/domain/messages'
import { reviewConsentTask } from '@brobygger/domain/tasks'
import { patched } from '@temporalio/workflow'
import { setDeadline } from '../kit/index.js'
import { limitHealth } from './health.js'
import { answered, type Consent, type ConsentWay } from './way.js'

/** S5: the consent holds until its review. A withdrawal or the end of the case turns it to its end at any moment. */
export async function keepInForce(course: Consent, input: ConsentInput): Promise<ConsentWay> {
  if (patched('health-lapses')) await limitHealth(course, input)
  const agreed = course.times('inForce') === 0 ? input.reviewOn : null
  const review = await setDeadline({
    rule: 'consent-disclosure',
    from: course.now,
    pauses: [],
    ...(agreed === null ? {} : { on: agreed }),
  })
  const soon = review.remindAt ?? review.dueAt
  while (course.flow.clock.until(soon) > 0) await course.bell(answered).wait(soon)
  const { answer } = await course.desk.ask(reviewConsentTask, { on: review.dueOn })
  if (answer.stillGiven) return { next: 'inForce' }
  course.facts.status = 'withdrawn'
  return { next: 'ended' }
}
