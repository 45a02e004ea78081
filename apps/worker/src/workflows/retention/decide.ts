import type { RetentionInput } from '@brobygger/domain/messages'
import { erasureTasks } from '@brobygger/domain/tasks'
import { readings } from '../kit/index.js'
import type { Retaining, RetentionWay } from './way.js'

/** Which cases have been kept as long as their rules say. */
export async function find(course: Retaining): Promise<RetentionWay> {
  const { facts, flow, journal, now } = course
  facts.items = [...(await flow.call(() => readings.pastRetention({ at: now })))]
  if (facts.items.length === 0) return { next: 'ended', outcome: 'nothingDue' }
  journal.emit({ type: 'retentionListed', items: facts.items })
  return { next: 'decide' }
}

/** A leader decides for the whole list, and otherwise for the cases that are named. */
export async function decide(course: Retaining, { unit }: RetentionInput): Promise<RetentionWay> {
  const { facts, desk, journal } = course
  const about = `${String(facts.items.length)} sager`
  const { answer, by } = await desk.ask(erasureTasks(unit).decide, { about })
  facts.erase = []
  for (const { case: item } of facts.items) {
    const named = answer.named.find(entry => entry.case === item)
    const { decision, reason = null, nextOn = null } = named ?? { decision: answer.others }
    if (decision === 'erase') facts.erase.push(item)
    journal.emit({ type: 'retentionDecided', case: item, decision, reason, nextOn }, by)
  }
  return { next: facts.erase.length === 0 ? 'carryOut' : 'approve', decidedBy: by }
}

/** Nothing is erased by one person alone: the list goes on, or back. */
export async function approve(
  course: Retaining,
  { unit }: RetentionInput,
  way: RetentionWay,
): Promise<RetentionWay> {
  const { decidedBy } = way
  const { nextManager } = course.people
  const { answer, by } = await course.desk.ask(erasureTasks(unit).approveList, {
    person: unit === 'early-help' && nextManager !== decidedBy ? nextManager : null,
    notBy: decidedBy === undefined ? [] : [decidedBy],
    about: `${String(course.facts.erase.length)} sager`,
  })
  return answer.decision === 'approve' ? { next: 'carryOut', decidedBy, approvedBy: by } : { next: 'decide' }
}
