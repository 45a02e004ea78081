import type { VisitRoundInput } from '@brobygger/domain/messages'
import { planRound as planOf } from '../kit/index.js'
import type { Round, RoundWay, Visit } from './way.js'

/** Hours are shared by weight, dates are set, leaders hear of them, and a leave finds its deputy beforehand. */
export async function planRound(course: Round, input: VisitRoundInput): Promise<RoundWay> {
  const { facts, people } = course
  const { cluster, quarter } = input
  const held = facts.visits
    .filter(({ status }) => status === 'held')
    .map(({ institution, on }) => ({ institution, on }))
  const { socialWorker } = people
  const { weights } = facts
  const plan = await planOf({ cluster, quarter, at: course.now, weights, held, socialWorker })
  const before = facts.visits.length
  const visits = plan.visits.map((planned, index): Visit => ({
    ...planned,
    id: `${course.id}.v${before + index + 1}`,
    status: 'planned',
    leader: null,
    colleague: null,
    task: null,
    missedTask: null,
    enquiries: [],
  }))
  facts.visits.push(...visits)
  course.journal.emit({
    type: 'roundPlanned',
    shares: [...plan.shares],
    visits: visits.map(({ id, institution, on }) => ({ visit: id, institution, on })),
    leftOut: [...plan.leftOut],
  })
  for (const person of plan.leaders) {
    course.post.send({ kind: 'roundPlanned', to: 'institutionLeader', person })
  }
  if (plan.standIn !== null) {
    course.standIns.arrange({ from: socialWorker, reason: 'leave', ...plan.standIn })
  }
  return { next: 'visits' }
}
