import { civilNumber } from '@brobygger/domain/forms'
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common'
import { z } from 'zod'
import { Access } from '../access/access.js'
import { inCase } from '../access/targets.js'
import { CaseCommands } from '../command/case-commands.js'
import { IdempotencyKey } from '../command/idempotency-key.js'
import { toCarrier } from '../command/recipients.js'
import { commandProblems, commandSuccesses } from '../command/recorded.js'
import { caseId } from '../ids.js'
import { Operation } from '../openapi/operation.js'
import { Caller, type Person } from '../person/caller.js'
import { Identity } from './identity.service.js'

export const numberBody = z
  .strictObject({ civilNumber: civilNumber('CPR-nummer') })
  .meta({ id: 'AssignNumber' })
type NumberBody = z.infer<typeof numberBody>

@Controller('cases/:id/number')
export class NumberController {
  constructor(
    private readonly commands: CaseCommands,
    private readonly identity: Identity,
  ) {}

  @Access('assignNumber', inCase())
  @Post()
  @HttpCode(200)
  @Operation({
    id: 'assignNumber',
    summary:
      'The CPR number of a child who had a temporary id has come: the case stays, and both ids with it',
    keyed: true,
    successes: commandSuccesses,
    problems: [...commandProblems, 'number-known', 'not-identified', 'log-unavailable'],
  })
  assign(
    @Caller() caller: Person,
    @IdempotencyKey() key: string | undefined,
    @Param('id', { schema: caseId }) id: string,
    @Body({ schema: numberBody }) body: NumberBody,
  ) {
    return this.commands.send({
      caller,
      key,
      caseId: id,
      body,
      update: 'assignNumber',
      message: { by: caller.id },
      texts: body,
      to: toCarrier,
      check: ({ practice }) => this.identity.assign({ caller, caseId: id, practice }, body.civilNumber),
    })
  }
}
