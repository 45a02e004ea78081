import type { AccessReviewInput } from '@brobygger/domain/messages'
import { accessReviewProcess } from '@brobygger/domain/processes'
import { begin } from './access-review/begin.js'
import { assessBreach } from './access-review/breach.js'
import { review } from './access-review/review.js'
import { endWhenAnswered, follow } from './kit/index.js'

/** Somebody took urgent access to a case: it is reviewed. Page: docs/processes/accessReview.md */
export async function accessReview(input: AccessReviewInput): Promise<string> {
  const course = begin(accessReviewProcess, input)
  return follow(
    course,
    input,
    {
      // 1. Their leader, or the next one up, says whether it was justified
      review: () => review(course, input),
      // 2. If not, the data-protection officer has 72 hours
      breach: way => assessBreach(course, input, way),
    },
    { ended: way => endWhenAnswered(course, way) },
  )
}
