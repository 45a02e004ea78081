import type { ErasureInput } from '@brobygger/domain/messages'
import type { ErasureStep, Process } from '@brobygger/domain/processes'
import { refuse, start } from '../kit/index.js'
import type { Erasing, ErasureFacts, ErasureWay } from './way.js'

/** Starts an erasure in one administration, or goes on from its ledger. */
export function begin(process: Process<ErasureStep>, input: ErasureInput): Erasing {
  const { grounds, requester, text, unit } = input
  return start<ErasureWay, ErasureFacts>(process, input, {
    facts: { begunAt: null },
    unit,
    opening: [{ type: 'erasureRequested', grounds, requester, text }],
    turns: course => ({
      // What is half erased is erased to its end.
      close: () => {
        if (course.heading === 'erase') refuse('erasure-under-way')
        course.turnTo({ next: 'ended', outcome: 'closed', abandoned: true })
      },
    }),
  })
}
