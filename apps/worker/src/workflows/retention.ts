import type { RetentionInput } from '@brobygger/domain/messages'
import { retentionProcess } from '@brobygger/domain/processes'
import { endWhenAnswered, follow } from './kit/index.js'
import { begin } from './retention/begin.js'
import { carryOut } from './retention/carry-out.js'
import { approve, decide, find } from './retention/decide.js'

/** The month's cases that have been kept long enough, in one administration. Page: docs/processes/retention.md */
export async function retention(input: RetentionInput): Promise<string> {
  const course = begin(retentionProcess, input)
  return follow(
    course,
    input,
    {
      // 1. Which cases have been kept as long as their rules say?
      find: () => find(course),
      // 2. Erase, keep until a date, or hand to the archive. 3. A second person approves what is erased
      decide: () => decide(course, input),
      approve: way => approve(course, input, way),
      // 4. Each erasure is a process of its own
      carryOut: way => carryOut(course, input, way),
    },
    { ended: way => endWhenAnswered(course, way) },
  )
}
