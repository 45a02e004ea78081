import { ledgerOf } from '@brobygger/database'
import type { EventOf } from '@brobygger/domain/events'
import type { ConcernInput } from '@brobygger/domain/messages'
import { reopenedLedger } from '@brobygger/domain/processes'
import { Injectable } from '@nestjs/common'
import { Commands, type Plan } from '../command/commands.js'
import { commandReply, type CommandResult } from '../command/recorded.js'
import { Problem } from '../http/problem.js'
import type { Reply } from '../http/reply.js'
import { concernOf } from '../ids.js'
import { Storage } from '../storage/storage.js'
import { OpenConcern } from '../temporal/open-concern.js'
import { CaseAccess, type CasePlace } from './case-access.js'
import type { Asked } from './verbs.service.js'

/** Starts the process of a closed case again, from its last ledger. */
@Injectable()
export class ReopenService {
  constructor(
    private readonly access: CaseAccess,
    private readonly commands: Commands,
    private readonly storage: Storage,
    private readonly concerns: OpenConcern,
  ) {}

  async reopen({ caller, key, caseId, body }: Asked<object>): Promise<Reply<CommandResult>> {
    const place = await this.access.of(caseId, caller)
    const incoming = { caller, key, name: `reopen ${caseId}`, body, codesOnly: false }
    return await this.commands.once(incoming, plan => this.restart(place, plan))
  }

  private async restart(place: CasePlace, plan: Plan): Promise<Reply<CommandResult>> {
    const { caseId } = place
    const input = await this.inputOf(place)
    const opened = await this.concerns.open({ input, command: plan.id, again: true })
    if (opened === 'already-there') throw new Problem('case-open')
    return commandReply(caseId, opened === 'recorded')
  }

  /** What the process was started with, as its first event has it, and the ledger it ended with. */
  private async inputOf({ caseId, practice }: CasePlace): Promise<ConcernInput> {
    const { db } = this.storage
    const process = concernOf(caseId)
    const [held, events, ledger] = await Promise.all([
      db.selectFrom('cases').select('status').where('id', '=', caseId).executeTakeFirst(),
      db
        .selectFrom('events')
        .select(['type', 'body', 'at'])
        .where('process', '=', process)
        .orderBy('seq')
        .execute(),
      ledgerOf(db, { process }),
    ])
    const raised = events.find(event => event.type === 'concernRaised')?.body as
      EventOf<'concernRaised'> | undefined
    const last = events.at(-1)
    if (held === undefined || raised === undefined || last === undefined || ledger === null) {
      throw new Problem('case-unknown')
    }
    if (held.status !== 'closed') throw new Problem('case-open')
    const { type: _, ...concern } = raised
    return {
      ...concern,
      caseId,
      practice: practice ? { startsAt: last.at } : null,
      people: ledger.people,
      ledger: reopenedLedger(ledger),
    }
  }
}
