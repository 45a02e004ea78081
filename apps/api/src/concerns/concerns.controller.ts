import { Body, Controller, Post } from '@nestjs/common'
import { Access } from '../access/access.js'
import { IdempotencyKey } from '../command/idempotency-key.js'
import { Operation } from '../openapi/operation.js'
import { Caller, type Person } from '../person/caller.js'
import { ConcernsService } from './concerns.service.js'
import { concernReceipt, raiseConcern, type RaiseConcern } from './raise-concern.js'

const headers = {
  Location: 'Address of the case',
  'Idempotent-Replay': '`true` when this is the answer to an earlier one',
}

@Controller('concerns')
export class ConcernsController {
  constructor(private readonly concerns: ConcernsService) {}

  @Access('raiseConcern')
  @Post()
  @Operation({
    id: 'raiseConcern',
    summary: 'Raise a concern about a child',
    description:
      'Nobody is named: the raiser keeps the link between a name and the case code outside the system.',
    keyed: true,
    successes: {
      201: { description: 'Received, and in the worklist', schema: concernReceipt, headers },
      202: {
        description: 'Received; it will stand in the worklist in a moment',
        schema: concernReceipt,
        headers,
      },
    },
    problems: [
      'institution-unknown',
      'visit-unknown',
      'command-running',
      'storage-unavailable',
      'engine-unavailable',
    ],
  })
  raise(
    @Caller() caller: Person,
    @IdempotencyKey() key: string | undefined,
    @Body({ schema: raiseConcern }) body: RaiseConcern,
  ) {
    return this.concerns.raise(caller, key, body)
  }
}
