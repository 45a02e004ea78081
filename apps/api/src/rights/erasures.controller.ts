import { Body, Controller, Get, Param, Post } from '@nestjs/common'
import { Access } from '../access/access.js'
import { inCase, inRetention } from '../access/targets.js'
import { IdempotencyKey } from '../command/idempotency-key.js'
import { caseId, retentionId } from '../ids.js'
import { Operation } from '../openapi/operation.js'
import { Caller, type Person } from '../person/caller.js'
import { erasureBody, retentionBody, type ErasureBody, type RetentionBody } from './erasure-bodies.js'
import { erasureDetail, retentionDetail, rightsReceipt } from './erasure-shapes.js'
import { ErasuresService } from './erasures.service.js'

const headers = { 'Idempotent-Replay': '`true` when this is the answer to an earlier one' }

@Controller()
export class ErasuresController {
  constructor(private readonly erasures: ErasuresService) {}

  @Access('askErasure', inCase())
  @Post('cases/:id/erasure')
  @Operation({
    id: 'requestErasure',
    summary: 'Ask that a case is erased: it is checked, approved by a second person, and then gone',
    description: 'It runs in each administration that has a part, under a code of its own.',
    keyed: true,
    successes: {
      201: { description: 'Begun: it is to be checked', schema: rightsReceipt, headers },
      202: { description: 'Accepted; it will show in a moment', schema: rightsReceipt, headers },
    },
    problems: [
      'case-unknown',
      'conflict-of-interest',
      'erasure-under-way',
      'command-running',
      'storage-unavailable',
      'engine-unavailable',
    ],
  })
  begin(
    @Caller() caller: Person,
    @IdempotencyKey() key: string | undefined,
    @Param('id', { schema: caseId }) id: string,
    @Body({ schema: erasureBody }) body: ErasureBody,
  ) {
    return this.erasures.begin(id, { caller, key, body })
  }

  @Access('readErasure', inCase('code'))
  @Get('erasures/:code')
  @Operation({
    id: 'getErasure',
    summary: 'How far an erasure is in each administration, and its certificate',
    successes: { 200: { description: 'The erasure', schema: erasureDetail } },
    problems: ['case-unknown', 'conflict-of-interest', 'storage-unavailable'],
  })
  one(@Caller() caller: Person, @Param('code', { schema: caseId }) code: string) {
    return this.erasures.one(caller, code)
  }

  @Access('startRetention')
  @Post('retention-lists')
  @Operation({
    id: 'startRetentionList',
    summary: 'Begin a list of practice cases that have been kept as long as their rules say',
    description: 'Real lists are begun by a schedule, one a month in each administration.',
    keyed: true,
    successes: {
      201: { description: 'Begun in each administration', schema: rightsReceipt, headers },
      202: { description: 'Accepted; it will show in a moment', schema: rightsReceipt, headers },
    },
    problems: ['command-running', 'storage-unavailable', 'engine-unavailable'],
  })
  list(
    @Caller() caller: Person,
    @IdempotencyKey() key: string | undefined,
    @Body({ schema: retentionBody }) body: RetentionBody,
  ) {
    return this.erasures.list({ caller, key, body })
  }

  @Access('readRetention', inRetention('process'))
  @Get('retention-lists/:process')
  @Operation({
    id: 'getRetentionList',
    summary: 'The cases of a list, and what was decided',
    successes: { 200: { description: 'The list', schema: retentionDetail } },
    problems: ['case-unknown', 'conflict-of-interest', 'storage-unavailable'],
  })
  retention(@Caller() caller: Person, @Param('process', { schema: retentionId }) process: string) {
    return this.erasures.retention(caller, process)
  }
}
