import type { AnswerOf, visitTask } from '@brobygger/domain/tasks'
import type { Answered } from '../kit/index.js'
import { cancel, move } from './change.js'
import { askLeader } from './missed.js'
import { changed, type Round } from './way.js'

/** The visit is registered by whoever made it; a late one takes the question back from the leader. */
export async function registered(course: Round, { task, answer, text, by }: Answered): Promise<void> {
  const visit = course.facts.visits.find(entry => entry.task === task)
  if (visit === undefined) return
  const { outcome, heldOn, newDate, present, discussed } = answer as AnswerOf<typeof visitTask>
  visit.task = null
  course.desk.withdraw(({ id }) => id === visit.missedTask, 'answered-elsewhere')
  visit.missedTask = null
  switch (outcome) {
    case 'held': {
      const on = heldOn ?? visit.on
      visit.status = 'held'
      visit.on = on
      const what = { visit: visit.id, on, present, discussed, ...(text === undefined ? {} : { text }) }
      course.journal.emit({ type: 'visitHeld', ...what }, by)
      break
    }
    case 'moved':
      await move(course, visit, { on: newDate ?? visit.on, person: visit.colleague, text, by })
      break
    case 'cancelled':
      cancel(course, visit, { text, by })
      break
    case 'notHeld':
      askLeader(course, visit)
      break
  }
  course.bell(changed).ring()
}
