import type { AccessRequestInput } from '@brobygger/domain/messages'
import type { AccessRequestStep, Process } from '@brobygger/domain/processes'
import { accessTasks } from '@brobygger/domain/tasks'
import { start } from '../kit/index.js'
import { afterExtension, extending, stopClockWhenTold } from './clock.js'
import type { Access, AccessFacts, AccessWay } from './way.js'

/** Starts an access request in one administration, or goes on from its ledger. */
export function begin(process: Process<AccessRequestStep>, input: AccessRequestInput): Access {
  const { kind, requester, receivedAt, cases, text, unit } = input
  const { clocks, extendedClock } = accessTasks(unit)
  const course = start<AccessWay, AccessFacts>(process, input, {
    facts: { items: [], decided: [], clock: null, late: false },
    unit,
    opening: [{ type: 'accessRequested', kind, requester, receivedAt, cases, text }],
    turns: course => ({
      close: () => {
        course.turnTo({ next: 'ended', outcome: 'closed', abandoned: true })
      },
    }),
    owed: course => [
      { task: clocks[kind], ...extending(course, input) },
      { task: extendedClock, ...afterExtension(course) },
    ],
  })
  stopClockWhenTold(course)
  return course
}
