import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common'
import { Access } from '../access/access.js'
import { inCase } from '../access/targets.js'
import { caseId } from '../ids.js'
import { Operation } from '../openapi/operation.js'
import { Caller, type Person } from '../person/caller.js'
import { FastForwardService } from './fast-forward.service.js'
import { journey } from './journey.js'
import { fastForwardBody, type FastForwardBody } from './until.js'

@Controller('practice')
export class PracticeController {
  constructor(private readonly fastForward: FastForwardService) {}

  @Access('fastForward', inCase('caseId'))
  @Post(':caseId/fast-forward')
  @HttpCode(200)
  @Operation({
    id: 'fastForward',
    summary: 'Play a practice case forward in time',
    description: 'Every process of the case goes together from due moment to due moment, on the real engine.',
    successes: {
      200: { description: 'Arrived, with what happened on the way', schema: journey },
      202: { description: 'Under way: how far it has come. Ask again to go on', schema: journey },
    },
    problems: [
      'case-unknown',
      'conflict-of-interest',
      'not-a-practice-case',
      'until-passed',
      'process-ended',
      'storage-unavailable',
      'engine-unavailable',
    ],
  })
  forward(
    @Caller() caller: Person,
    @Param('caseId', { schema: caseId }) id: string,
    @Body({ schema: fastForwardBody }) body: FastForwardBody,
  ) {
    return this.fastForward.forward(caller, id, body)
  }
}
