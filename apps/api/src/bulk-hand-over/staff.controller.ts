import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common'
import { Access } from '../access/access.js'
import { ofColleague } from '../access/targets.js'
import { IdempotencyKey } from '../command/idempotency-key.js'
import { staffId } from '../ids.js'
import { Operation } from '../openapi/operation.js'
import { Caller, type Person } from '../person/caller.js'
import { bulkBody, workQuery, type BulkBody, type WorkQuery } from './bulk-bodies.js'
import { BulkHandOverService } from './bulk-hand-over.service.js'
import { bulkReceipt, workPage } from './bulk-shapes.js'
import { WorkService } from './work.service.js'

const headers = {
  Location: 'Address of the hand-over, with its progress',
  'Idempotent-Replay': '`true` when this is the answer to an earlier one',
}

@Controller('staff/:id')
export class StaffController {
  constructor(
    private readonly bulk: BulkHandOverService,
    private readonly work: WorkService,
  ) {}

  @Access('handOverAll', ofColleague())
  @Post('hand-over')
  @Operation({
    id: 'handOverAll',
    summary: 'Hand all open work of a colleague over to a deputy, for a while or for good',
    description:
      'It goes on by itself in each administration, also when parts of the system stop meanwhile. Dates do not move.',
    keyed: true,
    successes: {
      201: { description: 'Begun in each administration', schema: bulkReceipt, headers },
      202: { description: 'Accepted; it will show in a moment', schema: bulkReceipt, headers },
    },
    problems: ['staff-unknown', 'command-running', 'storage-unavailable', 'engine-unavailable'],
  })
  handOver(
    @Caller() caller: Person,
    @IdempotencyKey() key: string | undefined,
    @Param('id', { schema: staffId }) from: string,
    @Body({ schema: bulkBody }) body: BulkBody,
  ) {
    return this.bulk.handOver({ caller, key, from, body })
  }

  @Access('readWork', ofColleague())
  @Get('work')
  @Operation({
    id: 'getWorkOfStaff',
    summary: 'What a member of staff holds: how many of each kind, and in which cases',
    successes: { 200: { description: 'Counts, and a page of processes', schema: workPage } },
    problems: ['staff-unknown', 'storage-unavailable'],
  })
  workOf(
    @Caller() caller: Person,
    @Param('id', { schema: staffId }) id: string,
    @Query({ schema: workQuery }) query: WorkQuery,
  ) {
    return this.work.of(caller, id, query)
  }
}
