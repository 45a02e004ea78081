import type { AccessReviewInput } from '@brobygger/domain/messages'
import { accessReviewTasks } from '@brobygger/domain/tasks'
import type { Reviewing, ReviewWay } from './way.js'

/** The data-protection officer assesses it: 72 hours from when it was known (GDPR art. 33). */
export async function assessBreach(
  course: Reviewing,
  input: AccessReviewInput,
  { knownAt = course.now }: ReviewWay,
): Promise<ReviewWay> {
  const { officer, taker, unit } = input
  const asked = { person: officer, from: knownAt, notBy: [taker] }
  const { answer, text, by } = await course.desk.ask(accessReviewTasks(unit).breach, asked)
  const { reportedOn = null, toldOn = null } = answer
  const breach = answer.breach === 'yes'
  course.journal.emit({ type: 'breachAssessed', breach, reportedOn, toldOn, text }, by)
  return { next: 'ended', outcome: breach ? 'breach' : 'noBreach' }
}
