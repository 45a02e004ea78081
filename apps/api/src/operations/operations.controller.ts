import { Controller, Get } from '@nestjs/common'
import { Access } from '../access/access.js'
import { Operation } from '../openapi/operation.js'
import { stuckAnswer, StuckService } from './stuck.service.js'
import { systemsAnswer, SystemsService } from './systems.service.js'

@Controller('operations')
export class OperationsController {
  constructor(
    private readonly stuck: StuckService,
    private readonly systems: SystemsService,
  ) {}

  @Access('listStuck')
  @Get('stuck')
  @Operation({
    id: 'listStuck',
    summary: 'Processes that cannot go on by themselves',
    successes: {
      200: { description: 'Those that fail, and those that wait for a system outside', schema: stuckAnswer },
    },
    problems: ['storage-unavailable', 'engine-unavailable'],
  })
  list() {
    return this.stuck.list()
  }

  @Access('listStuck')
  @Get('systems')
  @Operation({
    id: 'showSystems',
    summary: 'How the systems around the municipality are',
    successes: {
      200: {
        description: 'Those that fail, who waits for them, and letters nobody knows',
        schema: systemsAnswer,
      },
    },
    problems: ['storage-unavailable'],
  })
  show() {
    return this.systems.show()
  }
}
