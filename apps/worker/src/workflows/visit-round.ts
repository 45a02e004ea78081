import type { VisitRoundInput } from '@brobygger/domain/messages'
import { visitRoundProcess } from '@brobygger/domain/processes'
import { endWhenAnswered, follow } from './kit/index.js'
import { begin } from './visit-round/begin.js'
import { planRound } from './visit-round/plan.js'
import { makeVisits } from './visit-round/visits.js'
import { weighNeed } from './visit-round/weigh.js'

/** A quarter's visits to the institutions of a cluster. Page: docs/processes/visitRound.md */
export async function visitRound(input: VisitRoundInput): Promise<string> {
  const course = begin(visitRoundProcess, input)
  return follow(
    course,
    input,
    {
      // 1. Which institutions carry most? A person decides, or the proposal stands when the quarter begins
      weigh: () => weighNeed(course, input),

      // 2. The hours are shared, and every visit gets its date
      plan: () => planRound(course, input),

      // 3. Visits are prepared, made and registered; one that is missed is the leader's to settle
      visits: () => makeVisits(course, input),
    },
    // 4. Every visit is held or cancelled
    { ended: way => endWhenAnswered(course, way) },
  )
}
