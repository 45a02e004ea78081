import type { AnswerOf, visitTask } from '@brobygger/domain/tasks'
import type { Answered, Follow } from '../kit/index.js'
import { cancel, move } from './change.js'
import { askLeader, missed } from './missed.js'
import { changed, type Round } from './way.js'

/** What follows on a visit: it is registered, also late, and then the leader need not decide; or its day passes. */
export function visiting(course: Round): Follow {
  return {
    then: answered => registered(course, answered),
    late: task => {
      missed(course, task)
    },
    instead: task => course.facts.visits.find(visit => visit.task === task)?.missedTask ?? null,
  }
}

/** The visit is registered by whoever made it. */
async function registered(course: Round, { task, answer, text, by }: Answered): Promise<void> {
  const visit = course.facts.visits.find(entry => entry.task === task)
  if (visit === undefined) return
  const { outcome, heldOn, newDate, present, discussed } = answer as AnswerOf<typeof visitTask>
  visit.task = null
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
