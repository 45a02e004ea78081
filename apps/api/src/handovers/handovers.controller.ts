import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common'
import { Access } from '../access/access.js'
import { inCaseOfOffer, inOffer } from '../access/targets.js'
import { IdempotencyKey } from '../command/idempotency-key.js'
import { commandProblems, commandSuccesses } from '../command/recorded.js'
import type { ProblemCode } from '../http/problems.js'
import { offerId } from '../ids.js'
import { Operation } from '../openapi/operation.js'
import { Caller, type Person } from '../person/caller.js'
import { handoverDetail } from '../shapes/with-texts.js'
import {
  acceptBody,
  declineBody,
  revokeBody,
  type AcceptBody,
  type DeclineBody,
  type RevokeBody,
} from './handover-bodies.js'
import { HandoversService } from './handovers.service.js'

const answering = (id: string, summary: string, ...problems: ProblemCode[]) =>
  Operation({
    id,
    summary,
    keyed: true,
    successes: commandSuccesses,
    problems: [...commandProblems, 'offer-not-open', ...problems],
  })

@Controller('handovers/:id')
export class HandoversController {
  constructor(private readonly handovers: HandoversService) {}

  @Access('readHandover', inCaseOfOffer())
  @Get()
  @Operation({
    id: 'getHandover',
    summary: 'An offer to another administration, as both sides see it',
    successes: { 200: { description: 'The handover', schema: handoverDetail } },
    problems: ['case-unknown', 'handover-unknown', 'conflict-of-interest', 'storage-unavailable'],
  })
  one(@Caller() caller: Person, @Param('id', { schema: offerId }) id: string) {
    return this.handovers.one(caller, id)
  }

  @Access('answerOffer', inOffer())
  @Post('accept')
  @HttpCode(200)
  @answering(
    'acceptHandover',
    'The family group takes over',
    'handover-unknown',
    'task-not-open',
    'staff-unknown',
  )
  accept(
    @Caller() caller: Person,
    @IdempotencyKey() key: string | undefined,
    @Param('id', { schema: offerId }) id: string,
    @Body({ schema: acceptBody }) body: AcceptBody,
  ) {
    return this.handovers.accept({ caller, key, offer: id, body })
  }

  @Access('answerOffer', inOffer())
  @Post('decline')
  @HttpCode(200)
  @answering(
    'declineHandover',
    'The family group says why not, and what instead',
    'handover-unknown',
    'task-not-open',
  )
  decline(
    @Caller() caller: Person,
    @IdempotencyKey() key: string | undefined,
    @Param('id', { schema: offerId }) id: string,
    @Body({ schema: declineBody }) body: DeclineBody,
  ) {
    return this.handovers.decline({ caller, key, offer: id, body })
  }

  @Access('revokeOffer', inCaseOfOffer())
  @Post('revoke')
  @HttpCode(200)
  @answering('revokeHandover', 'The sender takes back an offer that was not accepted')
  revoke(
    @Caller() caller: Person,
    @IdempotencyKey() key: string | undefined,
    @Param('id', { schema: offerId }) id: string,
    @Body({ schema: revokeBody }) body: RevokeBody,
  ) {
    return this.handovers.revoke({ caller, key, offer: id, body })
  }
}
