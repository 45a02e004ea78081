import { ageBand, category } from '@brobygger/domain/codes'
import { Controller, Get, Param } from '@nestjs/common'
import { z } from 'zod'
import { Access } from '../access/access.js'
import { inCase } from '../access/targets.js'
import { caseId } from '../ids.js'
import { Operation } from '../openapi/operation.js'
import { date, person } from '../shapes/common.js'
import { HintsService } from './hints.service.js'

/** That others have a like concern. Area, age band and category are the case's own; of the other nothing is told. */
export const hintsAnswer = z
  .object({
    caseId,
    area: z.string(),
    ageBand,
    mainCategory: category,
    items: z.array(z.object({ contact: person, raisedOn: date })).readonly(),
  })
  .meta({ id: 'Hints' })
export type HintsAnswer = z.infer<typeof hintsAnswer>

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
