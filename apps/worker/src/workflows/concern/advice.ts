import { adviceTask, reviewTask } from '@brobygger/domain/tasks'
import type { Answered } from '../kit/index.js'
import type { Concern, ConcernWay } from './way.js'

/** S3: staff are advised, with a date for looking again. */
export async function adviseStaff(course: Concern): Promise<ConcernWay> {
  const { answer } = await course.desk.ask(adviceTask)
  return answer.dutyCheck.answer === 'yes' ? { next: 'notify' } : { next: 'review', on: answer.reviewOn }
}

/** S3: the concern is gone, or another look, or counselling of the parents. */
export async function reviewAdvice(course: Concern, way: ConcernWay): Promise<ConcernWay> {
  const { answer } = await course.desk.ask(reviewTask, { on: way.on })
  if (answer.dutyCheck?.answer === 'yes') return { next: 'notify' }
  const closing = answer.closing ?? { code: 'adviceEnough', caseAvoided: 'unknown' }
  if (answer.next === 'reviewAgain') return { next: 'review', on: answer.reviewOn }
  if (answer.next === 'counselling') return { next: 'counselling', from: course.now }
  return { next: 'close', closing }
}

/** S3 beside S4: advice given while the parents are counselled. The duty to notify still goes before everything. */
export function adviceBesideCounselling(course: Pick<Concern, 'turnTo'>, { answer }: Answered): void {
  const { dutyCheck } = answer as { dutyCheck?: { answer: string } }
  if (dutyCheck?.answer === 'yes') course.turnTo({ next: 'notify' })
}
