import { ledgerOf, type Db } from '@brobygger/database'
import type { EventOf } from '@brobygger/domain/events'
import { kindIn, processes, reopenedLedger } from '@brobygger/domain/processes'
import { Injectable } from '@nestjs/common'
import { Commands, type Plan } from '../command/commands.js'
import { commandReply, type CommandResult } from '../command/recorded.js'
import { Problem } from '../http/problem.js'
import type { Reply } from '../http/reply.js'
import { Storage } from '../storage/storage.js'
import { OpenProcess } from '../temporal/open-process.js'
import { CaseAccess, type CasePlace } from '../access/case-access.js'
import type { Asked } from './verbs.service.js'

/** Starts an ended process again, from its last ledger. */
@Injectable()
export class ReopenService {
  constructor(
    private readonly access: CaseAccess,
    private readonly commands: Commands,
    private readonly storage: Storage,
    private readonly processes: OpenProcess,
  ) {}

  /** Re-opens a process of the case; the one that carries it when none is named. */
  async reopen({ caller, key, caseId, body, process: named }: Asked<object>): Promise<Reply<CommandResult>> {
    const place = this.access.of(caseId, caller)
    const process = named ?? place.carrier
    const incoming = { caller, key, name: `reopen ${process}`, body, codesOnly: false }
    return await this.commands.once(incoming, plan => this.restart(place, process, plan))
  }

  private async restart(place: CasePlace, process: string, plan: Plan): Promise<Reply<CommandResult>> {
    const held = place.processes.find(({ id }) => id === process)
    if (held === undefined) throw new Problem('process-unknown')
    if (held.open) throw new Problem('case-open')
    const input = await this.inputOf(place, process)
    const summary = { staticSummary: `Genåbnet sag ${place.caseId}` }
    const opened = await this.processes.open({ process, input, command: plan.id, again: true, summary })
    if (opened === 'already-there') throw new Problem('case-open')
    return commandReply(place.caseId, opened === 'recorded')
  }

  /** What the process was started with, as its first events have it, and the ledger it ended with. */
  private async inputOf({ caseId, practice }: CasePlace, process: string) {
    const kind = kindIn(process)
    const [started, last, ended] = await Promise.all([
      startedWith(this.storage.db, process),
      lastMoment(this.storage.db, process),
      ledgerOf(this.storage.db, { process }),
    ])
    if (kind === undefined || started === null || last === null || ended === null) {
      throw new Problem('process-unknown')
    }
    const ledger = reopenedLedger(processes[kind], ended)
    if (ledger === null) throw new Problem('not-reopened')
    return {
      ...started,
      caseId,
      practice: practice ? { startsAt: last } : null,
      people: ended.people,
      ledger,
    }
  }
}

/** A process's first event tells its input; concerns older than that tell it in what was raised. */
async function startedWith(db: Db, process: string): Promise<object | null> {
  const rows = await db
    .selectFrom('events')
    .select('body')
    .where('process', '=', process)
    .where('type', 'in', ['processStarted', 'concernRaised'])
    .orderBy('seq')
    .limit(2)
    .execute()
  const bodies = rows.map(row => row.body)
  const started = bodies.find(body => body.type === 'processStarted')?.input
  if (started !== undefined) return started
  const raised = bodies.find((body): body is EventOf<'concernRaised'> => body.type === 'concernRaised')
  if (raised === undefined) return null
  const { type: _, ...concern } = raised
  return concern
}

async function lastMoment(db: Db, process: string): Promise<string | null> {
  const row = await db
    .selectFrom('events')
    .select('at')
    .where('process', '=', process)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.at ?? null
}
