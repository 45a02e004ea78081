import { Injectable } from '@nestjs/common'
import { CaseCommands } from '../command/case-commands.js'
import { caseIn } from '@brobygger/domain/processes'
import { processIn } from '../ids.js'
import type { Person } from '../person/caller.js'

/** Sets deadlines anew, on purpose. */
@Injectable()
export class DeadlinesService {
  constructor(private readonly commands: CaseCommands) {}

  /** Sets the deadline of a task under the rules and amounts of today. Otherwise it keeps those it was set under. */
  recompute({ caller, key, deadline }: { caller: Person; key: string | undefined; deadline: string }) {
    return this.commands.send({
      caller,
      key,
      caseId: caseIn(deadline),
      body: [deadline],
      update: 'recompute',
      message: { by: caller.id, task: deadline },
      texts: {},
      to: () => [processIn(deadline)],
    })
  }
}
