import { missedVisitTask, type AnswerOf } from '@brobygger/domain/tasks'
import type { Answered } from '../kit/index.js'
import { cancel, move } from './change.js'
import { changed, type Round, type Visit } from './way.js'

/** The visit's day is over and nothing is registered. It can still be, until the leader has decided. */
export function missed(course: Round, task: string): void {
  const visit = course.facts.visits.find(entry => entry.task === task)
  if (visit?.status === 'prepared') askLeader(course, visit)
}

/** The institution hears that nobody came, and the leader decides what becomes of the visit. */
export function askLeader(course: Round, visit: Visit): void {
  visit.status = 'missed'
  course.journal.emit({ type: 'visitMissed', visit: visit.id })
  if (visit.leader !== null) {
    course.post.send({ kind: 'visitMissed', to: 'institutionLeader', person: visit.leader })
  }
  const then = (answered: Answered) => decided(course, answered)
  visit.missedTask = course.desk.owe(missedVisitTask, { about: visit.institution }, { then })
}

/** A new date, a colleague who makes it, or no visit. */
export async function decided(course: Round, { task, answer, text, by }: Answered): Promise<void> {
  const visit = course.facts.visits.find(entry => entry.missedTask === task)
  if (visit === undefined) return
  const { decision, newDate, person } = answer as AnswerOf<typeof missedVisitTask>
  visit.missedTask = null
  course.desk.withdraw(({ id }) => id === visit.task, 'answered-elsewhere')
  visit.task = null
  if (decision === 'cancel') cancel(course, visit, { text, by })
  else {
    const colleague = decision === 'colleague' ? (person ?? null) : visit.colleague
    await move(course, visit, { on: newDate ?? visit.on, person: colleague, text, by })
  }
  course.bell(changed).ring()
}
