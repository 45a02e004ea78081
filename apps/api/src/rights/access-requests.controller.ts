import { Body, Controller, Get, Param, Post } from '@nestjs/common'
import { Access } from '../access/access.js'
import { inCase } from '../access/targets.js'
import { IdempotencyKey } from '../command/idempotency-key.js'
import { caseId } from '../ids.js'
import { Operation } from '../openapi/operation.js'
import { Caller, type Person } from '../person/caller.js'
import { accessBody, type AccessBody } from './access-bodies.js'
import { AccessRequestsService } from './access-requests.service.js'
import { accessDetail, accessReceipt } from './access-shapes.js'

const headers = {
  Location: 'Address of the request',
  'Idempotent-Replay': '`true` when this is the answer to an earlier one',
}

@Controller('access-requests')
export class AccessRequestsController {
  constructor(private readonly requests: AccessRequestsService) {}

  @Access('beginRequest')
  @Post()
  @Operation({
    id: 'requestAccess',
    summary: 'Write down that somebody asks to see what is written about them or their child',
    description:
      'Each administration that holds a part of the cases answers its own. The statutory clock runs from `receivedAt`.',
    keyed: true,
    successes: {
      201: { description: 'Begun: the identity is to be verified', schema: accessReceipt, headers },
      202: { description: 'Accepted; it will show in a moment', schema: accessReceipt, headers },
    },
    problems: [
      'case-unknown',
      'conflict-of-interest',
      'not-a-practice-case',
      'command-running',
      'storage-unavailable',
      'engine-unavailable',
    ],
  })
  begin(
    @Caller() caller: Person,
    @IdempotencyKey() key: string | undefined,
    @Body({ schema: accessBody }) body: AccessBody,
  ) {
    return this.requests.begin({ caller, key, body })
  }

  @Access('readRequest', inCase('code'))
  @Get(':code')
  @Operation({
    id: 'getAccessRequest',
    summary: 'How far a request is in each administration; in one’s own also what is held and what is shown',
    successes: { 200: { description: 'The request', schema: accessDetail } },
    problems: ['case-unknown', 'conflict-of-interest', 'storage-unavailable'],
  })
  one(@Caller() caller: Person, @Param('code', { schema: caseId }) code: string) {
    return this.requests.one(caller, code)
  }
}
