import { bulkHandOver, type BulkHandOverPart } from '@brobygger/database'
import { handOverReasons, type Administration, type Unit } from '@brobygger/domain/codes'
import type { BulkHandOverInput } from '@brobygger/domain/messages'
import type { Municipality } from '@brobygger/domain/organisation'
import { bulkHandOverProcess, caseIn, processIdIn, stageOf } from '@brobygger/domain/processes'
import { Inject, Injectable } from '@nestjs/common'
import type { z } from 'zod'
import { placesLed, worksIn } from '@brobygger/access'
import { View } from '../access/view.js'
import { caseIdOf } from '../command/command-id.js'
import { Commands, type Plan } from '../command/commands.js'
import { fieldProblem, Problem } from '../http/problem.js'
import { Reply } from '../http/reply.js'
import type { Person } from '../person/caller.js'
import { Staff } from '../person/staff.js'
import { startOf } from '../practice/practice-start.js'
import { Storage } from '../storage/storage.js'
import { OpenProcess } from '../temporal/open-process.js'
import { MUNICIPALITY } from '../tokens.js'
import type { BulkBody } from './bulk-bodies.js'
import type { bulkDetail, bulkReceipt } from './bulk-shapes.js'
import { bulkPeople, unitHere } from './unit-here.js'

/** Who hands over whose work. */
interface Asking {
  readonly caller: Person
  readonly key: string | undefined
  readonly from: string
  readonly body: BulkBody
}

/** Hands all open work of a colleague over, and shows how far it is. */
@Injectable()
export class BulkHandOverService {
  constructor(
    private readonly storage: Storage,
    private readonly commands: Commands,
    private readonly processes: OpenProcess,
    private readonly staff: Staff,
    @Inject(MUNICIPALITY) private readonly municipality: Municipality,
  ) {}

  /** Begins it in each administration where the caller leads the colleague's unit. The answer comes when it has begun; it goes on by itself. */
  async handOver(asking: Asking): Promise<Reply<z.infer<typeof bulkReceipt>>> {
    const { caller, key, from, body } = asking
    const colleague = this.staff.mustFind(from)
    this.staff.mustWorkHere(body.to, 'to')
    const places = placesLed(caller, colleague).map(administration => ({
      administration,
      unit: unitHere(this.municipality, colleague, administration),
    }))
    mustBeColleague(this.staff.mustFind(body.to), places)
    if (body.to === from) throw fieldProblem('input-invalid', 'to')
    const incoming = { caller, key, name: `hand-over-all ${from}`, body, codesOnly: true }
    const reply = await this.commands.once(incoming, plan => this.start(colleague, asking, plan))
    return reply.with({ Location: `/api/bulk-hand-overs/${reply.body.code}` })
  }

  async one(caller: Person, code: string): Promise<z.infer<typeof bulkDetail>> {
    const view = View.of(caller)
    const all = await bulkHandOver(this.storage.db, { code })
    const parts = all.filter(({ process }) => view.knows(process))
    const [first] = parts
    if (first === undefined) throw new Problem('case-unknown')
    const { practice, from, to, reason, returnOn, cases, startedAt } = first
    const done = parts.every(part => part.done)
    return {
      code,
      practice,
      from,
      to,
      reason,
      returnOn,
      cases,
      startedAt,
      done,
      parts: parts.map(shown),
    }
  }

  private async start(
    colleague: Person,
    { caller, body }: Asking,
    plan: Plan,
  ): Promise<Reply<z.infer<typeof bulkReceipt>>> {
    const code = caseIdOf(plan.id)
    const startsAt = startOf(body.practice, plan.at)
    const input = (administration: Administration): BulkHandOverInput => {
      const { to, reason, returnOn, cases } = body
      return {
        caseId: code,
        practice: startsAt === null ? null : { startsAt },
        by: caller.id,
        from: colleague.id,
        to,
        reason,
        ...(returnOn === undefined ? {} : { returnOn }),
        ...(cases === undefined ? {} : { cases }),
        unit: unitHere(this.municipality, colleague, administration),
        people: bulkPeople(this.municipality, caller.id, administration),
      }
    }
    const summary = { staticSummary: `Samlet overdragelse: ${handOverReasons.labels[body.reason].da}` }
    const begun = await Promise.all(
      placesLed(caller, colleague).map(async administration => {
        const process = processIdIn({ kind: 'bulkHandOver', caseId: code, administration })
        const opening = { process, input: input(administration), command: plan.id, again: false, summary }
        return { process, opened: await this.processes.open(opening) }
      }),
    )
    const processes = begun.map(({ process }) => process)
    return new Reply({ code, processes }, begun.some(({ opened }) => opened === 'started') ? 202 : 201)
  }
}

/** One administration's part as it is shown. */
function shown({ administration, process, step, done, found, items, waiting }: BulkHandOverPart) {
  const handedOver = items.flatMap(({ process, outcome, to, at }) =>
    outcome === 'handedOver' ? [{ process, caseId: caseIn(process), to, at }] : [],
  )
  const refused = items.flatMap(({ process, outcome }) =>
    outcome === 'handedOver' ? [] : [{ process, caseId: caseIn(process), why: outcome }],
  )
  const stage = step === null ? null : stageOf({ process: bulkHandOverProcess, step })
  return { administration, process, stage, done, found, handedOver, refused, waiting }
}

/** Work goes to somebody who works, or leads, where the colleague does, in each place where it is handed over. */
function mustBeColleague(
  to: Person,
  places: readonly { administration: Administration; unit: Unit }[],
): void {
  for (const place of places) {
    if (!worksIn(to, place)) throw fieldProblem('staff-elsewhere', 'to')
  }
}
