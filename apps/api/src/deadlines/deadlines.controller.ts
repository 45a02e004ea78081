import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common'
import { Access } from '../access/access.js'
import { inDeadline } from '../access/targets.js'
import { IdempotencyKey } from '../command/idempotency-key.js'
import { commandProblems, commandSuccesses } from '../command/recorded.js'
import { nothing } from '../cases/verb-bodies.js'
import { deadlineId } from '../ids.js'
import { Operation } from '../openapi/operation.js'
import { Caller, type Person } from '../person/caller.js'
import { DeadlinesService } from './deadlines.service.js'

@Controller('deadlines/:id')
export class DeadlinesController {
  constructor(private readonly deadlines: DeadlinesService) {}

  @Access('recompute', inDeadline())
  @Post('recompute')
  @HttpCode(200)
  @Operation({
    id: 'recomputeDeadline',
    summary: 'Set a running deadline anew, under the rules of today',
    keyed: true,
    successes: commandSuccesses,
    problems: [...commandProblems, 'task-not-open'],
  })
  recompute(
    @Caller() caller: Person,
    @IdempotencyKey() key: string | undefined,
    @Param('id', { schema: deadlineId }) id: string,
    @Body({ schema: nothing }) _body: object,
  ) {
    return this.deadlines.recompute({ caller, key, deadline: id })
  }
}
