import type { AccessReviewInput } from '@brobygger/domain/messages'
import type { AccessReviewStep, Process } from '@brobygger/domain/processes'
import { refuse, start } from '../kit/index.js'
import type { Reviewing, ReviewWay } from './way.js'

/** Starts the review of an urgent access in one administration, or goes on from its ledger. */
export function begin(process: Process<AccessReviewStep>, input: AccessReviewInput): Reviewing {
  const { taker, takenAt, until, text, unit } = input
  const course = start<ReviewWay, Record<string, unknown>>(process, input, {
    facts: {},
    unit,
    opening: [
      { type: 'accessReviewOpened', case: input.case, person: taker, takenAt, until, text },
      { type: 'conflictDeclared', person: taker },
    ],
    // A review that could be closed would be one that need not be answered.
    turns: () => ({ close: () => refuse('access-not-reviewed') }),
  })
  // In their own matter nobody is asked, told or given anything, and they see nothing of it.
  course.excluded.add(taker)
  return course
}
