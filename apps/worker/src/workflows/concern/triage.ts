import type { resource, Unit } from '@brobygger/domain/codes'
import { acceptResourceTask, adviceTask, replyTask, triageTask } from '@brobygger/domain/tasks'
import type { z } from 'zod'
import { adviceBesideCounselling } from './advice.js'
import { replied } from './reply.js'
import type { Concern, ConcernWay } from './way.js'

/** S2: adviceEnough, takenOn, another resource person or offer, notify now, or not ours. R gets a reply. */
export async function triage(course: Concern): Promise<ConcernWay> {
  const { answer } = await course.desk.ask(triageTask)
  if (answer.outcome === 'notifyNow') return { next: 'notify' }
  // The closing letter is then the reply.
  if (answer.outcome === 'notOurs') {
    return { next: 'close', closing: { code: 'other', caseAvoided: 'unknown' } }
  }
  course.desk.owe(replyTask, {}, { then: answered => replied(course, answered) })
  switch (answer.outcome) {
    case 'adviceEnough':
      return { next: 'advice' }
    case 'takenOn':
      if (answer.adviceToo) {
        course.desk.owe(adviceTask, {}, { then: answered => adviceBesideCounselling(course, answered) })
      }
      return { next: 'counselling', from: course.now }
    case 'otherResource':
      return { next: 'resource', resource: answer.resource }
    case 'otherOffer':
      return { next: 'followUp', from: course.now }
  }
}

const unitOfResource: Record<z.infer<typeof resource>, Unit> = {
  wellbeingPerson: 'institution',
  inclusionAdvisor: 'institution',
  ppr: 'ppr',
  healthVisitor: 'health-visitors',
}

/** S2: the resource person must accept; silence tells the leader, a no brings the case back to the social worker. */
export async function askResourcePerson(course: Concern, way: ConcernWay): Promise<ConcernWay> {
  const unit = unitOfResource[way.resource as keyof typeof unitOfResource]
  const { answer } = await course.desk.ask({ ...acceptResourceTask, unit })
  return answer.accepted
    ? { next: 'close', closing: { code: 'otherResource', caseAvoided: 'unknown' } }
    : { next: 'choose' }
}
