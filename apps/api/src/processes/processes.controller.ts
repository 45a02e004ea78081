import { Controller, Get, Param } from '@nestjs/common'
import { Access } from '../access/access.js'
import { inProcess } from '../access/targets.js'
import { processId } from '../ids.js'
import { Operation } from '../openapi/operation.js'
import { Caller, type Person } from '../person/caller.js'
import { processFileShape } from './process-answers.js'
import { ProcessesService } from './processes.service.js'

@Controller('processes/:id')
export class ProcessesController {
  constructor(private readonly processes: ProcessesService) {}

  @Access('readProcess', inProcess())
  @Get()
  @Operation({
    id: 'getProcess',
    summary: 'A process of any kind: where it stands, who holds it, and what waits in it',
    successes: { 200: { description: 'The process', schema: processFileShape } },
    problems: ['case-unknown', 'process-unknown', 'conflict-of-interest', 'storage-unavailable'],
  })
  one(@Caller() caller: Person, @Param('id', { schema: processId }) id: string) {
    return this.processes.one(caller, id)
  }
}
