import type { AccessReviewStep } from '@brobygger/domain/processes'
import type { Course, Way } from '../kit/index.js'

export interface ReviewWay extends Way<AccessReviewStep> {
  readonly outcome?: string | undefined
  /** When the review said that it was not justified: from then on the breach is known. */
  readonly knownAt?: string | undefined
}

export type Reviewing = Course<ReviewWay>
