import { Controller, Get, Param } from '@nestjs/common'
import { Access } from '../access/access.js'
import { inCase } from '../access/targets.js'
import { caseId } from '../ids.js'
import { Operation } from '../openapi/operation.js'
import { hintsAnswer } from './hints-answer.js'
import { HintsService } from './hints.service.js'

@Controller('cases/:id/hints')
export class HintsController {
  constructor(private readonly hints: HintsService) {}

  @Access('readHints', inCase())
  @Get()
  @Operation({
    id: 'getHints',
    summary: 'Whom a social worker might ask whether two concerns are about one child, while nobody is named',
    successes: { 200: { description: 'Whom to ask', schema: hintsAnswer } },
    problems: ['case-unknown', 'conflict-of-interest', 'access-denied', 'storage-unavailable'],
  })
  of(@Param('id', { schema: caseId }) id: string) {
    return this.hints.of(id)
  }
}
