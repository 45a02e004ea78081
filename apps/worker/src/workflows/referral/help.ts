import type { ReferralInput } from '@brobygger/domain/messages'
import { endMeasureTask, feedbackTask, firstMeetingTask, measureTask } from '@brobygger/domain/tasks'
import { report } from '../kit/index.js'
import { helpedByFamilyHouse } from './family-house.js'
import type { Referral, ReferralWay } from './way.js'

/** S7: the first meeting. Whoever raised the concern gets feedback after it, as far as consent goes. */
export async function holdFirstMeeting(course: Referral, input: ReferralInput): Promise<ReferralWay> {
  const { answer } = await course.desk.ask(firstMeetingTask)
  course.desk.owe(feedbackTask, {}, { then: () => feedbackGiven(course, input) })
  await report(course, input.offer, { report: 'firstMeetingHeld', on: answer.heldOn })
  return { next: 'measure' }
}

/** S8: the social worker, who keeps the contact with the institution, passes the feedback on. */
export function feedbackGiven(course: Pick<Referral, 'post'>, input: ReferralInput): void {
  course.post.send({ kind: 'orientation', to: 'socialWorker', person: input.offer.socialWorker })
}

/** S8: no measure, an early one (§ 30), or a supportive one (§ 32). */
export async function decideMeasure(course: Referral, input: ReferralInput): Promise<ReferralWay> {
  const { answer } = await course.desk.ask(measureTask)
  const { measure, startsOn, provider } = answer
  const on = startsOn ?? course.now.slice(0, 10)
  if (measure === 'none') {
    await report(course, input.offer, { report: 'noMeasure', measure, on })
    return { next: 'ended', outcome: 'noMeasure' }
  }
  await report(course, input.offer, { report: 'measureStarted', measure, on })
  const house = provider === 'familyHouse' ? (answer.houseKind ?? houseKindOf[measure]) : undefined
  return { next: 'endMeasure', measure, from: on, house }
}

/** What the family house gives under each measure, unless something else was chosen. */
const houseKindOf = { early: 'short', supportive: 'treatment' } as const

/** S8: an early measure runs up to twelve weeks, a supportive one is followed up after three months. */
export async function endMeasure(
  course: Referral,
  { input, way }: { input: ReferralInput; way: ReferralWay },
): Promise<ReferralWay> {
  const rule = way.measure === 'supportive' ? 'first-follow-up' : endMeasureTask.rule
  if (way.house !== undefined) await helpedByFamilyHouse(course, { input, houseKind: way.house })
  const from = way.from === undefined ? course.now : `${way.from}T11:00:00.000Z`
  const { answer } = await course.desk.ask({ ...endMeasureTask, rule }, { from })
  await report(course, input.offer, { report: 'measureEnded', on: answer.endedOn })
  return { next: 'ended', outcome: answer.effect }
}
