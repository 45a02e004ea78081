import type { ErasureInput } from '@brobygger/domain/messages'
import { erasureProcess } from '@brobygger/domain/processes'
import { begin } from './erasure/begin.js'
import { approve, check } from './erasure/decide.js'
import { erase } from './erasure/erase.js'
import { endWhenAnswered, follow } from './kit/index.js'

/** A case is erased in one administration, and a certificate says so. Page: docs/processes/erasure.md */
export async function erasure(input: ErasureInput): Promise<string> {
  const course = begin(erasureProcess, input)
  return follow(
    course,
    input,
    {
      // 1. Journal, archive or a claim may forbid it. 2. Nothing is erased by one person alone
      check: () => check(course, input),
      approve: way => approve(course, input, way),
      // 3. Executions, other systems, keys and texts, the log; then the mapping, and the certificate stays
      erase: way => erase(course, input, way),
    },
    { ended: way => endWhenAnswered(course, way) },
  )
}
