import { caseIn } from '@brobygger/domain/processes'
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common'
import { Access } from '../access/access.js'
import { inProcess } from '../access/targets.js'
import { IdempotencyKey } from '../command/idempotency-key.js'
import { commandProblems, commandSuccesses } from '../command/recorded.js'
import { processId } from '../ids.js'
import { Operation } from '../openapi/operation.js'
import { Caller, type Person } from '../person/caller.js'
import { ReopenService } from '../cases/reopen.service.js'
import {
  closeBody,
  conflictBody,
  escalateBody,
  toColleague,
  nothing,
  pauseBody,
  type CloseBody,
  type ConflictBody,
  type EscalateBody,
  type ToColleague,
  type PauseBody,
} from '../cases/verb-bodies.js'
import { VerbsService } from '../cases/verbs.service.js'
import type { ProblemCode } from '../http/problems.js'

const verb = (id: string, summary: string, ...problems: ProblemCode[]) =>
  Operation({
    id,
    summary,
    keyed: true,
    successes: commandSuccesses,
    problems: [...commandProblems, 'process-unknown', ...problems],
  })

/** The case and the process that an address names. */
const named = (process: string) => ({ process, caseId: caseIn(process) })

@Controller('processes/:id')
export class ProcessVerbsController {
  constructor(
    private readonly verbs: VerbsService,
    private readonly reopening: ReopenService,
  ) {}

  @Access('escalate', inProcess())
  @Post('escalate')
  @HttpCode(200)
  @verb('escalateProcess', 'Say that the duty to notify calls: it goes before every step of the process')
  escalate(
    @Caller() caller: Person,
    @IdempotencyKey() key: string | undefined,
    @Param('id', { schema: processId }) id: string,
    @Body({ schema: escalateBody }) body: EscalateBody,
  ) {
    return this.verbs.escalate({ caller, key, ...named(id), body })
  }

  @Access('pause', inProcess())
  @Post('pause')
  @HttpCode(200)
  @verb(
    'pauseProcess',
    'Pause one process; local deadlines move by the pause, statutory ones run on',
    'already-paused',
  )
  pause(
    @Caller() caller: Person,
    @IdempotencyKey() key: string | undefined,
    @Param('id', { schema: processId }) id: string,
    @Body({ schema: pauseBody }) body: PauseBody,
  ) {
    return this.verbs.pause({ caller, key, ...named(id), body })
  }

  @Access('pause', inProcess())
  @Post('resume')
  @HttpCode(200)
  @verb('resumeProcess', 'Resume a paused process', 'not-paused')
  resume(
    @Caller() caller: Person,
    @IdempotencyKey() key: string | undefined,
    @Param('id', { schema: processId }) id: string,
    @Body({ schema: nothing }) body: object,
  ) {
    return this.verbs.resume({ caller, key, ...named(id), body })
  }

  @Access('handOver', inProcess())
  @Post('hand-over')
  @HttpCode(200)
  @verb(
    'handOverProcess',
    'Hand one process over to a colleague',
    'staff-unknown',
    'staff-conflicted',
    'not-the-holder',
  )
  handOver(
    @Caller() caller: Person,
    @IdempotencyKey() key: string | undefined,
    @Param('id', { schema: processId }) id: string,
    @Body({ schema: toColleague }) body: ToColleague,
  ) {
    return this.verbs.handOver({ caller, key, ...named(id), body })
  }

  @Access('declareConflict', inProcess())
  @Post('conflict')
  @HttpCode(200)
  @verb(
    'declareConflictInProcess',
    "'I know this family': the case is hidden from whoever asks, and the process is reassigned",
    'not-the-holder',
  )
  conflict(
    @Caller() caller: Person,
    @IdempotencyKey() key: string | undefined,
    @Param('id', { schema: processId }) id: string,
    @Body({ schema: conflictBody }) body: ConflictBody,
  ) {
    return this.verbs.declareConflict({ caller, key, ...named(id), body })
  }

  @Access('close', inProcess())
  @Post('close')
  @HttpCode(200)
  @verb('closeProcess', 'End one process, whatever is under way in it')
  close(
    @Caller() caller: Person,
    @IdempotencyKey() key: string | undefined,
    @Param('id', { schema: processId }) id: string,
    @Body({ schema: closeBody }) body: CloseBody,
  ) {
    return this.verbs.close({ caller, key, ...named(id), body })
  }

  @Access('reopen', inProcess())
  @Post('reopen')
  @HttpCode(200)
  @verb(
    'reopenProcess',
    'Re-open an ended process from its last ledger: its history stands',
    'case-open',
    'not-reopened',
  )
  reopen(
    @Caller() caller: Person,
    @IdempotencyKey() key: string | undefined,
    @Param('id', { schema: processId }) id: string,
    @Body({ schema: nothing }) body: object,
  ) {
    return this.reopening.reopen({ caller, key, ...named(id), body })
  }
}
