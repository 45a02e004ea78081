import { extendTask, sessionTask } from '@brobygger/domain/tasks'
import { amountOf } from '../kit/index.js'
import type { Closing, Concern, ConcernWay } from './way.js'

/** S4: one session. The first within the rule, the others on the date agreed with the parents. */
export async function counselAnonymously(course: Concern, way: ConcernWay): Promise<ConcernWay> {
  const { answer } = await course.desk.ask(sessionTask, { on: way.on })
  if (answer.dutyCheck.answer === 'yes') return { next: 'notify' }
  if (answer.end !== undefined) return afterCounselling(course, answer.end, answer)
  const held = course.times('counselling') + 1
  course.facts.sessions ??= await amountOf({ rule: 'open-counselling' })
  return held % course.facts.sessions === 0 ? { next: 'extend' } : { next: 'counselling', on: answer.nextOn }
}

/** S4: after six sessions the team leader decides. */
export async function extendOrEnd(course: Concern): Promise<ConcernWay> {
  const { answer } = await course.desk.ask(extendTask)
  if (answer.decision === 'extend') return { next: 'counselling' }
  return afterCounselling(course, answer.end ?? 'goodEnough', {})
}

/** Ending well here is the normal case, not a failure. */
function afterCounselling(
  course: Concern,
  end: NonNullable<(typeof sessionTask)['form']['shape']['end']['_output']>,
  answer: { closing?: Closing | undefined; nextOn?: string | undefined },
): ConcernWay {
  switch (end) {
    case 'goodEnough':
      return { next: 'close', closing: answer.closing ?? { code: 'noConcern', caseAvoided: 'unknown' } }
    case 'droppedOut':
      return {
        next: 'close',
        closing: answer.closing ?? { code: 'declinedByFamily', caseAvoided: 'unknown' },
      }
    case 'consent':
      return { next: 'consent', on: answer.nextOn }
    case 'duty':
      return { next: 'notify' }
    case 'familyHouseShortCourse':
      return { next: 'familyHouse' }
    case 'parentCourse':
    case 'otherOffer':
      return { next: 'followUp', from: course.now }
  }
}
