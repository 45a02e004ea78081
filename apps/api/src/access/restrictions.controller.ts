import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common'
import { IdempotencyKey } from '../command/idempotency-key.js'
import type { ProblemCode } from '../http/problems.js'
import { caseId } from '../ids.js'
import { Operation, type Success } from '../openapi/operation.js'
import { Caller, type Person } from '../person/caller.js'
import { Access } from './access.js'
import {
  breakGlassBody,
  liftBody,
  restrictBody,
  restrictionResult,
  urgentAccess,
  type BreakGlassBody,
  type LiftBody,
  type RestrictBody,
} from './restriction-bodies.js'
import { RestrictionsService } from './restrictions.service.js'
import { inCase } from './targets.js'

const changing = (id: string, summary: string, success: Record<number, Success>, ...more: ProblemCode[]) =>
  Operation({
    id,
    summary,
    keyed: true,
    successes: success,
    problems: [
      'case-unknown',
      'conflict-of-interest',
      'command-running',
      'storage-unavailable',
      'engine-unavailable',
      ...more,
    ],
  })

@Controller('cases/:id')
export class RestrictionsController {
  constructor(private readonly restrictions: RestrictionsService) {}

  @Access('restrict', inCase())
  @Post('restriction')
  @HttpCode(200)
  @changing(
    'restrictCase',
    'Open a case to named people only, and to whoever works on it',
    { 200: { description: 'From now on', schema: restrictionResult } },
    'staff-unknown',
  )
  restrict(
    @Caller() caller: Person,
    @IdempotencyKey() key: string | undefined,
    @Param('id', { schema: caseId }) id: string,
    @Body({ schema: restrictBody }) body: RestrictBody,
  ) {
    return this.restrictions.restrict({ caller, key, caseId: id, body })
  }

  @Access('restrict', inCase())
  @Post('restriction/lift')
  @HttpCode(200)
  @changing('liftRestriction', 'Open a restricted case again to all whose work it is', {
    200: { description: 'From now on', schema: restrictionResult },
  })
  lift(
    @Caller() caller: Person,
    @IdempotencyKey() key: string | undefined,
    @Param('id', { schema: caseId }) id: string,
    @Body({ schema: liftBody }) body: LiftBody,
  ) {
    return this.restrictions.lift({ caller, key, caseId: id, body })
  }

  @Access('breakGlass', inCase())
  @Post('break-glass')
  @changing(
    'breakGlass',
    'Read a case for half an hour without a part in it, for a reason that is reviewed',
    {
      201: { description: 'Open to the caller until then; never for writing', schema: urgentAccess },
    },
  )
  breakGlass(
    @Caller() caller: Person,
    @IdempotencyKey() key: string | undefined,
    @Param('id', { schema: caseId }) id: string,
    @Body({ schema: breakGlassBody }) body: BreakGlassBody,
  ) {
    return this.restrictions.breakGlass({ caller, key, caseId: id, body })
  }
}
