import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common'
import { Access } from '../access/access.js'
import { inCase } from '../access/targets.js'
import { IdempotencyKey } from '../command/idempotency-key.js'
import { commandProblems, commandSuccesses } from '../command/recorded.js'
import type { ProblemCode } from '../http/problems.js'
import { caseId } from '../ids.js'
import { Operation } from '../openapi/operation.js'
import { Caller, type Person } from '../person/caller.js'
import { exchangeBody, overrideBody, type ExchangeBody, type OverrideBody } from './basis-bodies.js'
import { BasesService } from './bases.service.js'

const stating = (id: string, summary: string, ...problems: ProblemCode[]) =>
  Operation({
    id,
    summary,
    keyed: true,
    successes: commandSuccesses,
    problems: [...commandProblems, ...problems],
  })

@Controller('cases/:id')
export class BasesController {
  constructor(private readonly bases: BasesService) {}

  @Access('shareInMeeting', inCase())
  @Post('exchanges')
  @HttpCode(200)
  @stating(
    'holdExchange',
    'Share at a meeting of professionals without consent; it is reviewed',
    'exchange-used',
  )
  exchange(
    @Caller() caller: Person,
    @IdempotencyKey() key: string | undefined,
    @Param('id', { schema: caseId }) id: string,
    @Body({ schema: exchangeBody }) body: ExchangeBody,
  ) {
    return this.bases.exchange({ caller, key, caseId: id, body })
  }

  @Access('overrideConsent', inCase())
  @Post('override-consent')
  @HttpCode(200)
  @stating(
    'overrideConsent',
    'Decide to disclose in spite of a missing consent; the data protection officer reviews it',
    'access-denied',
    'not-identified',
  )
  override(
    @Caller() caller: Person,
    @IdempotencyKey() key: string | undefined,
    @Param('id', { schema: caseId }) id: string,
    @Body({ schema: overrideBody }) body: OverrideBody,
  ) {
    return this.bases.override({ caller, key, caseId: id, body })
  }
}
