import type { ErasureInput } from '@brobygger/domain/messages'
import { erasureTasks } from '@brobygger/domain/tasks'
import { tellRequester } from './tell-requester.js'
import type { Erasing, ErasureWay, Obstacle } from './way.js'

/** May it be erased? Where two people have decided about a list, they have said so already. */
export async function check(course: Erasing, input: ErasureInput): Promise<ErasureWay> {
  course.facts.begunAt ??= course.now
  if (input.approved !== null) return { next: 'erase', approved: input.approved }
  const { answer, text, by } = await course.desk.ask(erasureTasks(input.unit).check)
  return answer.decision === 'erase'
    ? { next: 'approve', checkedBy: by }
    : refused(course, input, { obstacle: answer.obstacle ?? 'journalDuty', text, by })
}

/** Another person than the one who checked it: the next manager, or the administration's other leader. */
export async function approve(course: Erasing, input: ErasureInput, way: ErasureWay): Promise<ErasureWay> {
  const { checkedBy = input.by } = way
  const { nextManager } = course.people
  const { answer, text, by } = await course.desk.ask(erasureTasks(input.unit).approve, {
    person: input.unit === 'early-help' && nextManager !== checkedBy ? nextManager : null,
    notBy: [checkedBy],
  })
  return answer.decision === 'approve'
    ? { next: 'erase', approved: { checkedBy, approvedBy: by } }
    : refused(course, input, { obstacle: 'notApproved', text, by })
}

function refused(
  course: Erasing,
  input: ErasureInput,
  why: { obstacle: Obstacle; text: string | undefined; by: string },
): ErasureWay {
  const { obstacle, text, by } = why
  course.journal.emit({ type: 'erasureRefused', obstacle, text }, by)
  tellRequester(course, input, 'erasureRefused')
  return { next: 'ended', outcome: 'refused' }
}
