import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common'
import { Access } from '../access/access.js'
import { inCase } from '../access/targets.js'
import { IdempotencyKey } from '../command/idempotency-key.js'
import { commandProblems, commandSuccesses } from '../command/recorded.js'
import { caseId } from '../ids.js'
import { Operation } from '../openapi/operation.js'
import { Caller, type Person } from '../person/caller.js'
import { askBody, type AskBody } from './consent-bodies.js'
import { ConsentsService } from './consents.service.js'

@Controller('cases/:id/consents')
export class ConsentRequestsController {
  constructor(private readonly consents: ConsentsService) {}

  @Access('noteConsent', inCase())
  @Post()
  @HttpCode(200)
  @Operation({
    id: 'askConsent',
    summary: 'Ask the family for one more consent beside what is under way: each direction on its own',
    keyed: true,
    successes: commandSuccesses,
    problems: [...commandProblems, 'consent-under-way'],
  })
  ask(
    @Caller() caller: Person,
    @IdempotencyKey() key: string | undefined,
    @Param('id', { schema: caseId }) id: string,
    @Body({ schema: askBody }) body: AskBody,
  ) {
    return this.consents.ask({ caller, key, caseId: id, body })
  }
}
