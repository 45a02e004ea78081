import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common'
import { Access } from '../access/access.js'
import { Operation } from '../openapi/operation.js'
import { Caller, type Person } from '../person/caller.js'
import {
  entryNumber,
  exportQuery,
  logQuery,
  reviewBody,
  sampleQuery,
  type ExportQuery,
  type LogQuery,
  type ReviewBody,
  type SampleQuery,
} from './log-bodies.js'
import { LogReadersService } from './log-readers.service.js'
import { accessExport, accessPage, accessSample, reviewed } from './log-shapes.js'

/** Looking into the access log. It is written down like every other look. */
@Controller('access-log')
export class LogReadersController {
  constructor(private readonly log: LogReadersService) {}

  @Get()
  @Access('readLog')
  @Operation({
    id: 'listAccesses',
    summary: 'Lines of the access log, the latest first',
    description: 'For the data protection officer. Days are days in Copenhagen.',
    successes: { 200: { description: 'A page of lines', schema: accessPage } },
    problems: ['access-denied'],
  })
  list(@Query({ schema: logQuery }) query: LogQuery) {
    return this.log.list(query)
  }

  @Get('sample')
  @Access('sampleLog')
  @Operation({
    id: 'sampleAccesses',
    summary: 'A random sample of the accesses in the administration of a leader',
    description:
      'Weighted towards what deserves a look; the same period gives the same sample. What the asker did is not in it.',
    successes: { 200: { description: 'The sample', schema: accessSample } },
    problems: ['access-denied', 'period-not-over'],
  })
  sample(@Caller() caller: Person, @Query({ schema: sampleQuery }) query: SampleQuery) {
    return this.log.sample(caller, query)
  }

  @Post(':entry/reviews')
  @HttpCode(201)
  @Access('reviewAccess')
  @Operation({
    id: 'reviewAccess',
    summary: 'Say of an access that it is fine, or that the worker is to be asked',
    successes: { 201: { description: 'Noted', schema: reviewed } },
    problems: ['access-denied', 'log-entry-unknown', 'log-unavailable'],
  })
  review(
    @Caller() caller: Person,
    @Param('entry', { schema: entryNumber }) entry: number,
    @Body({ schema: reviewBody }) body: ReviewBody,
  ) {
    return this.log.review(caller, entry, body)
  }

  @Get('export')
  @Access('exportLog')
  @Operation({
    id: 'exportAccesses',
    summary: 'What a data subject is told about looks at their case',
    description:
      'For the data protection officer. Dates, purposes and units; names of staff only where a reason is stated (C-579/21). `format=csv` gives CSV.',
    successes: { 200: { description: 'The lines, oldest first', schema: accessExport } },
    problems: ['access-denied', 'reason-missing'],
  })
  export(
    @Query({ schema: exportQuery }) query: ExportQuery,
    @Headers('x-brobygger-reason') reason: string | undefined,
  ) {
    return this.log.export(query, reason)
  }
}
