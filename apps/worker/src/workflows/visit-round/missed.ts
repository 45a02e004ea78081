import { missedVisitTask, type AnswerOf } from '@brobygger/domain/tasks'
import type { Answered, Follow } from '../kit/index.js'
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
  visit.missedTask = course.desk.owe(missedVisitTask, { about: visit.institution }, settling(course))
}

/** What follows when the leader has decided: the visit need not be registered any more. */
export function settling(course: Round): Follow {
  return {
    then: answered => decided(course, answered),
    instead: task => course.facts.visits.find(({ missedTask }) => missedTask === task)?.task ?? null,
  }
}

/** A new date, a colleague who makes it, or no visit. */
async function decided(course: Round, { task, answer, text, by }: Answered): Promise<void> {
  const visit = course.facts.visits.find(entry => entry.missedTask === task)
  if (visit === undefined) return
  const { decision, newDate, person } = answer as AnswerOf<typeof missedVisitTask>
  visit.missedTask = null
  visit.task = null
  if (decision === 'cancel') cancel(course, visit, { text, by })
  else {
    const colleague = decision === 'colleague' ? (person ?? null) : visit.colleague
    await move(course, visit, { on: newDate ?? visit.on, person: colleague, text, by })
  }
  course.bell(changed).ring()
}
