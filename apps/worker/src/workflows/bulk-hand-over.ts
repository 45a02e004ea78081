import type { BulkHandOverInput } from '@brobygger/domain/messages'
import { bulkHandOverProcess } from '@brobygger/domain/processes'
import { begin } from './bulk-hand-over/begin.js'
import { find } from './bulk-hand-over/find.js'
import { handOverAll } from './bulk-hand-over/hand-over.js'
import { placeLeftover } from './bulk-hand-over/leftover.js'
import { endWhenAnswered, follow } from './kit/index.js'

/** All that a colleague holds in one administration goes to a deputy. Page: docs/processes/bulkHandOver.md */
export async function bulkHandOver(input: BulkHandOverInput): Promise<string> {
  const course = begin(bulkHandOverProcess, input)
  return follow(
    course,
    input,
    {
      // 1. How much is there? 2. Each process is told, a few at a time; both people hear of it once
      find: () => find(course, input),
      handOver: () => handOverAll(course, input),
      // 3. Where the deputy has a conflict of interest, the leader names somebody else, or leaves it
      leftover: () => placeLeftover(course, input),
    },
    // 4. Each process gives back by itself on the agreed date; nothing waits for that here
    { ended: way => endWhenAnswered(course, way) },
  )
}
