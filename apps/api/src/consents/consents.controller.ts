import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common'
import { Access } from '../access/access.js'
import { inConsent } from '../access/targets.js'
import { IdempotencyKey } from '../command/idempotency-key.js'
import { commandProblems, commandSuccesses } from '../command/recorded.js'
import type { ProblemCode } from '../http/problems.js'
import { consentId } from '../ids.js'
import { Operation } from '../openapi/operation.js'
import { Caller, type Person } from '../person/caller.js'
import { consentDetail } from '../shapes/with-texts.js'
import {
  giveBody,
  refuseBody,
  withdrawBody,
  type GiveBody,
  type RefuseBody,
  type WithdrawBody,
} from './consent-bodies.js'
import { ConsentsService } from './consents.service.js'

const noting = (id: string, summary: string, ...problems: ProblemCode[]) =>
  Operation({
    id,
    summary,
    keyed: true,
    successes: commandSuccesses,
    problems: [...commandProblems, 'giver-unknown', ...problems],
  })

@Controller('consents/:id')
export class ConsentsController {
  constructor(private readonly consents: ConsentsService) {}

  @Access('readConsent', inConsent())
  @Get()
  @Operation({
    id: 'getConsent',
    summary: 'A consent: what was asked for, and where each giver stands',
    successes: { 200: { description: 'The consent', schema: consentDetail } },
    problems: ['case-unknown', 'consent-unknown', 'conflict-of-interest', 'storage-unavailable'],
  })
  one(@Caller() caller: Person, @Param('id', { schema: consentId }) id: string) {
    return this.consents.one(caller, id)
  }

  @Access('noteConsent', inConsent())
  @Post('give')
  @HttpCode(200)
  @noting(
    'giveConsent',
    'A giver says yes',
    'consent-not-open',
    'already-answered',
    'health-needs-writing',
    'kind-not-asked-for',
  )
  give(
    @Caller() caller: Person,
    @IdempotencyKey() key: string | undefined,
    @Param('id', { schema: consentId }) id: string,
    @Body({ schema: giveBody }) body: GiveBody,
  ) {
    return this.consents.give({ caller, key, consent: id, body })
  }

  @Access('noteConsent', inConsent())
  @Post('refuse')
  @HttpCode(200)
  @noting('refuseConsent', 'A giver says no', 'consent-not-open', 'already-answered')
  refuse(
    @Caller() caller: Person,
    @IdempotencyKey() key: string | undefined,
    @Param('id', { schema: consentId }) id: string,
    @Body({ schema: refuseBody }) body: RefuseBody,
  ) {
    return this.consents.refuse({ caller, key, consent: id, body })
  }

  @Access('noteConsent', inConsent())
  @Post('withdraw')
  @HttpCode(200)
  @noting('withdrawConsent', 'A giver takes the consent back: sharing stops at once', 'nothing-to-withdraw')
  withdraw(
    @Caller() caller: Person,
    @IdempotencyKey() key: string | undefined,
    @Param('id', { schema: consentId }) id: string,
    @Body({ schema: withdrawBody }) body: WithdrawBody,
  ) {
    return this.consents.withdraw({ caller, key, consent: id, body })
  }
}
