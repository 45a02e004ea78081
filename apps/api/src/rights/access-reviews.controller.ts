import { Controller, Get, Param } from '@nestjs/common'
import { Access } from '../access/access.js'
import { inCase } from '../access/targets.js'
import { caseId } from '../ids.js'
import { Operation } from '../openapi/operation.js'
import { Caller, type Person } from '../person/caller.js'
import { accessReviewDetail } from './access-review-shapes.js'
import { AccessReviewsService } from './access-reviews.service.js'

@Controller('access-reviews')
export class AccessReviewsController {
  constructor(private readonly reviews: AccessReviewsService) {}

  @Access('readAccessReview', inCase('code'))
  @Get(':code')
  @Operation({
    id: 'getAccessReview',
    summary: 'Who took urgent access to which case, why, what they looked at, and what came of the review',
    description: 'Answered by its tasks. Whoever took the access sees nothing of it.',
    successes: { 200: { description: 'The review', schema: accessReviewDetail } },
    problems: ['case-unknown', 'conflict-of-interest', 'storage-unavailable', 'log-unavailable'],
  })
  one(@Caller() caller: Person, @Param('code', { schema: caseId }) code: string) {
    return this.reviews.one(caller, code)
  }
}
