import type { AccessReviewInput } from '@brobygger/domain/messages'
import { accessReviewTasks } from '@brobygger/domain/tasks'
import type { Reviewing, ReviewWay } from './way.js'

/** A leader who did not take it says whether it was justified. If it was not, its breach is known from now on. */
export async function review(course: Reviewing, input: AccessReviewInput): Promise<ReviewWay> {
  const { desk, journal, post } = course
  const { officer, taker, unit } = input
  const { answer, text, by } = await desk.ask(accessReviewTasks(unit).review, { notBy: [taker] })
  const justified = answer.justified === 'yes'
  journal.emit({ type: 'accessReviewed', justified, text }, by)
  if (justified) return { next: 'ended', outcome: 'justified' }
  post.send({ kind: 'breachToAssess', to: 'dataProtectionOfficer', person: officer })
  return { next: 'breach', knownAt: course.now }
}
