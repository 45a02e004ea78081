import type { BulkHandOverInput } from '@brobygger/domain/messages'
import type { BulkHandOverStep, Process } from '@brobygger/domain/processes'
import { start } from '../kit/index.js'
import { tellOfDeputy } from './tell-both.js'
import type { Bulk, BulkFacts, BulkWay } from './way.js'

/** Starts a bulk hand-over in one administration, or goes on from its ledger. */
export function begin(process: Process<BulkHandOverStep>, input: BulkHandOverInput): Bulk {
  const { from, to, reason, returnOn = null, cases = null, unit } = input
  return start<BulkWay, BulkFacts>(process, input, {
    facts: { after: null, handedOver: 0, inConflict: [] },
    unit,
    opening: [{ type: 'bulkStarted', from, to, reason, returnOn, cases }],
    // What has been handed over stays so; the rest stays where it is.
    turns: course => ({
      close: () => {
        tellOfDeputy(course, input)
        course.turnTo({ next: 'ended', outcome: 'closed', abandoned: true })
      },
    }),
  })
}
