import type { JournalInput } from '@brobygger/domain/messages'
import type { JournalStep, Process } from '@brobygger/domain/processes'
import { start } from '../kit/index.js'
import type { Journalising, JournalFacts, JournalWay } from './way.js'

/** Starts the journalising of a case, or goes on from its ledger. */
export function begin(process: Process<JournalStep>, input: JournalInput): Journalising {
  return start<JournalWay, JournalFacts>(process, input, {
    facts: { items: null },
    turns: course => ({
      close: () => course.turnTo({ next: 'ended', outcome: 'closed', abandoned: true }),
    }),
  })
}
