import type { RetentionInput } from '@brobygger/domain/messages'
import type { Process, RetentionStep } from '@brobygger/domain/processes'
import { start } from '../kit/index.js'
import type { Retaining, RetentionFacts, RetentionWay } from './way.js'

/** Starts the list of a month in one administration, or goes on from its ledger. */
export function begin(process: Process<RetentionStep>, input: RetentionInput): Retaining {
  return start<RetentionWay, RetentionFacts>(process, input, {
    facts: { items: [], erase: [] },
    unit: input.unit,
    turns: course => ({
      close: () => {
        course.turnTo({ next: 'ended', outcome: 'closed', abandoned: true })
      },
    }),
  })
}
