import { listVisitRounds, visitRound, type VisitRound } from '@brobygger/database'
import type { Municipality } from '@brobygger/domain/organisation'
import { localDate } from '@brobygger/domain/policy'
import { processId } from '@brobygger/domain/processes'
import { roundInput } from '@brobygger/domain/visits'
import { Inject, Injectable } from '@nestjs/common'
import type { z } from 'zod'
import { caseIdOf } from '../command/command-id.js'
import { Commands, type Plan } from '../command/commands.js'
import { fieldProblem, Problem } from '../http/problem.js'
import { Reply } from '../http/reply.js'
import { protectedAmong } from '../access/named-at-visits.js'
import { View } from '../access/view.js'
import type { Person } from '../person/caller.js'
import { startOf } from '../practice/practice-start.js'
import { Storage } from '../storage/storage.js'
import { openTexts } from '../storage/texts.js'
import { OpenProcess } from '../temporal/open-process.js'
import { MUNICIPALITY } from '../tokens.js'
import type { roundDetail, roundPage, roundReceipt } from './round-shapes.js'
import type { RoundsQuery, StartRound } from './visit-bodies.js'

/** Starts practice rounds of visits, and shows all rounds. */
@Injectable()
export class RoundsService {
  constructor(
    private readonly storage: Storage,
    private readonly commands: Commands,
    private readonly processes: OpenProcess,
    @Inject(MUNICIPALITY) private readonly municipality: Municipality,
  ) {}

  /** Starts a practice round. The answer comes when the need stands in the team leader's worklist. */
  async start(caller: Person, key: string | undefined, body: StartRound) {
    const incoming = { caller, key, name: 'start-visit-round', body, codesOnly: true }
    const reply = await this.commands.once(incoming, plan => this.open(body, plan))
    return reply.with({ Location: `/api/visit-rounds/${reply.body.process}` })
  }

  async list(caller: Person, query: RoundsQuery): Promise<z.infer<typeof roundPage>> {
    return await listVisitRounds(this.storage.db, { ...query, viewer: caller.id })
  }

  async one(caller: Person, process: string): Promise<z.infer<typeof roundDetail>> {
    const round = await visitRound(this.storage.db, { process })
    if (round === null) throw new Problem('round-unknown')
    const view = View.of(caller)
    const visits = view.worksOnIt ? round.visits : await this.withoutProtected(round.visits)
    const refs = [round.textRef, ...visits.map(({ textRef }) => textRef)]
    return { ...round, visits, texts: await openTexts(this.storage, refs, view.reading) }
  }

  private async withoutProtected(visits: VisitRound['visits']): Promise<VisitRound['visits']> {
    const hidden = await protectedAmong(this.storage.db, visits)
    const shown = (codes: readonly string[]) => codes.filter(code => !hidden.has(code))
    return visits.map(visit => ({
      ...visit,
      agenda: shown(visit.agenda),
      discussed: shown(visit.discussed),
      enquiries: shown(visit.enquiries),
    }))
  }

  private async open(
    { cluster, quarter, practice }: StartRound,
    plan: Plan,
  ): Promise<Reply<z.infer<typeof roundReceipt>>> {
    const caseId = caseIdOf(plan.id)
    const startsAt = startOf(practice, plan.at) ?? plan.at
    const { municipality } = this
    const on = localDate(startsAt)
    const input = roundInput({ municipality, caseId, cluster, quarter, practice: { startsAt }, on })
    if (input === null) throw fieldProblem('cluster-unknown', 'cluster')
    const process = processId({ kind: 'visitRound', caseId })
    const name = municipality.clusters.find(({ id }) => id === cluster)?.name ?? cluster
    const summary = { staticSummary: `Besøg ${quarter}: ${name}` }
    const opened = await this.processes.open({ process, input, command: plan.id, again: false, summary })
    return new Reply({ caseId, process }, opened === 'started' ? 202 : 201)
  }
}
