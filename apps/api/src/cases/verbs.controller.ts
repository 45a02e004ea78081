import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common'
import { Access } from '../access/access.js'
import { inCase } from '../access/targets.js'
import { IdempotencyKey } from '../command/idempotency-key.js'
import { commandProblems, commandSuccesses } from '../command/recorded.js'
import { caseId } from '../ids.js'
import { Operation } from '../openapi/operation.js'
import { Caller, type Person } from '../person/caller.js'
import { ReopenService } from './reopen.service.js'
import {
  closeBody,
  conflictBody,
  escalateBody,
  handOverBody,
  nothing,
  pauseBody,
  type CloseBody,
  type ConflictBody,
  type EscalateBody,
  type HandOverBody,
  type PauseBody,
} from './verb-bodies.js'
import { VerbsService } from './verbs.service.js'
import type { ProblemCode } from '../http/problems.js'

const verb = (id: string, summary: string, ...problems: ProblemCode[]) =>
  Operation({
    id,
    summary,
    keyed: true,
    successes: commandSuccesses,
    problems: [...commandProblems, ...problems],
  })

@Controller('cases/:id')
export class VerbsController {
  constructor(
    private readonly verbs: VerbsService,
    private readonly reopening: ReopenService,
  ) {}

  @Access('escalate', inCase())
  @Post('escalate')
  @HttpCode(200)
  @verb('escalate', 'Turn the case to the duty to notify, at once')
  escalate(
    @Caller() caller: Person,
    @IdempotencyKey() key: string | undefined,
    @Param('id', { schema: caseId }) id: string,
    @Body({ schema: escalateBody }) body: EscalateBody,
  ) {
    return this.verbs.escalate({ caller, key, caseId: id, body })
  }

  @Access('pause', inCase())
  @Post('pause')
  @HttpCode(200)
  @verb('pause', 'Pause the case; local deadlines move by the pause, statutory ones run on', 'already-paused')
  pause(
    @Caller() caller: Person,
    @IdempotencyKey() key: string | undefined,
    @Param('id', { schema: caseId }) id: string,
    @Body({ schema: pauseBody }) body: PauseBody,
  ) {
    return this.verbs.pause({ caller, key, caseId: id, body })
  }

  @Access('pause', inCase())
  @Post('resume')
  @HttpCode(200)
  @verb('resume', 'Resume a paused case', 'not-paused')
  resume(
    @Caller() caller: Person,
    @IdempotencyKey() key: string | undefined,
    @Param('id', { schema: caseId }) id: string,
    @Body({ schema: nothing }) body: object,
  ) {
    return this.verbs.resume({ caller, key, caseId: id, body })
  }

  @Access('handOver', inCase())
  @Post('hand-over')
  @HttpCode(200)
  @verb(
    'handOver',
    'Hand the case over to a colleague, or offer it to the family group',
    'staff-unknown',
    'staff-conflicted',
    'not-the-holder',
    'consent-missing',
    'oral-consent-used',
    'offer-under-way',
  )
  handOver(
    @Caller() caller: Person,
    @IdempotencyKey() key: string | undefined,
    @Param('id', { schema: caseId }) id: string,
    @Body({ schema: handOverBody }) body: HandOverBody,
  ) {
    return this.verbs.handOver({ caller, key, caseId: id, body })
  }

  @Access('declareConflict', inCase())
  @Post('conflict')
  @HttpCode(200)
  @verb(
    'declareConflict',
    "'I know this family': the case is hidden from whoever asks, and reassigned",
    'not-the-holder',
  )
  conflict(
    @Caller() caller: Person,
    @IdempotencyKey() key: string | undefined,
    @Param('id', { schema: caseId }) id: string,
    @Body({ schema: conflictBody }) body: ConflictBody,
  ) {
    return this.verbs.declareConflict({ caller, key, caseId: id, body })
  }

  @Access('close', inCase())
  @Post('close')
  @HttpCode(200)
  @verb('closeCase', 'Close the case with its code, whatever is under way')
  close(
    @Caller() caller: Person,
    @IdempotencyKey() key: string | undefined,
    @Param('id', { schema: caseId }) id: string,
    @Body({ schema: closeBody }) body: CloseBody,
  ) {
    return this.verbs.close({ caller, key, caseId: id, body })
  }

  @Access('reopen', inCase())
  @Post('reopen')
  @HttpCode(200)
  @verb(
    'reopenCase',
    'Re-open a closed case from its last ledger: a concern is triaged anew, its history stands',
    'case-open',
    'not-reopened',
  )
  reopen(
    @Caller() caller: Person,
    @IdempotencyKey() key: string | undefined,
    @Param('id', { schema: caseId }) id: string,
    @Body({ schema: nothing }) body: object,
  ) {
    return this.reopening.reopen({ caller, key, caseId: id, body })
  }
}
