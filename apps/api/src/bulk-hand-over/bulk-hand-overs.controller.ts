import { Controller, Get, Param } from '@nestjs/common'
import { Access } from '../access/access.js'
import { inCase } from '../access/targets.js'
import { caseId } from '../ids.js'
import { Operation } from '../openapi/operation.js'
import { Caller, type Person } from '../person/caller.js'
import { BulkHandOverService } from './bulk-hand-over.service.js'
import { bulkDetail } from './bulk-shapes.js'

@Controller('bulk-hand-overs')
export class BulkHandOversController {
  constructor(private readonly bulk: BulkHandOverService) {}

  @Access('readBulk', inCase('code'))
  @Get(':code')
  @Operation({
    id: 'getBulkHandOver',
    summary: 'How far a bulk hand-over is in each administration, and what is left to whom',
    successes: { 200: { description: 'The hand-over', schema: bulkDetail } },
    problems: ['case-unknown', 'conflict-of-interest', 'storage-unavailable'],
  })
  one(@Caller() caller: Person, @Param('code', { schema: caseId }) code: string) {
    return this.bulk.one(caller, code)
  }
}
