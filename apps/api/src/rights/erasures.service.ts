import { erasureParts, openErasure, retentionList, type ErasurePart } from '@brobygger/database'
import { administrations, type Administration } from '@brobygger/domain/codes'
import type { ErasureInput, RetentionInput } from '@brobygger/domain/messages'
import { answeringUnit, runningIn, type Municipality } from '@brobygger/domain/organisation'
import { erasureProcess, processIdIn, stageOf } from '@brobygger/domain/processes'
import { Inject, Injectable } from '@nestjs/common'
import type { z } from 'zod'
import { CaseAccess, type CasePlace } from '../access/case-access.js'
import { View } from '../access/view.js'
import { caseIdOf } from '../command/command-id.js'
import { Commands, type Plan } from '../command/commands.js'
import { Problem } from '../http/problem.js'
import { Reply } from '../http/reply.js'
import type { Person } from '../person/caller.js'
import { CaseTime } from '../practice/case-time.js'
import { startOf } from '../practice/practice-start.js'
import { Storage } from '../storage/storage.js'
import { openTexts } from '../storage/texts.js'
import { OpenProcess } from '../temporal/open-process.js'
import { MUNICIPALITY } from '../tokens.js'
import type { ErasureBody, RetentionBody } from './erasure-bodies.js'
import type { erasureDetail, retentionDetail, rightsReceipt } from './erasure-shapes.js'
import { rightsPeople, worksIn } from './rights-people.js'

/** Who does what. */
interface Asking<B> {
  readonly caller: Person
  readonly key: string | undefined
  readonly body: B
}

type Receipt = z.infer<typeof rightsReceipt>

/** Begins erasures and practice lists of retention, and shows how far they are. */
@Injectable()
export class ErasuresService {
  constructor(
    private readonly storage: Storage,
    private readonly access: CaseAccess,
    private readonly commands: Commands,
    private readonly processes: OpenProcess,
    private readonly time: CaseTime,
    @Inject(MUNICIPALITY) private readonly municipality: Municipality,
  ) {}

  /** Begins the erasure of a case in each administration that has a part of it. */
  async begin(caseId: string, asking: Asking<ErasureBody>): Promise<Reply<Receipt>> {
    const { caller, key, body } = asking
    const place = this.access.of(caseId, caller)
    const incoming = { caller, key, name: `erase ${caseId}`, body, codesOnly: false }
    const reply = await this.commands.once(incoming, plan => this.erase(place, asking, plan))
    return reply.with({ Location: `/api/erasures/${reply.body.code}` })
  }

  /** An erasure; which case it is, is shown to its own people, until it is erased. */
  async one(caller: Person, code: string): Promise<z.infer<typeof erasureDetail>> {
    const view = View.of(caller)
    const parts = await erasureParts(this.storage.db, { code })
    const [first] = parts
    if (first === undefined) throw new Problem('case-unknown')
    const { practice, grounds, requester, requestedAt } = first
    const own = parts.filter(({ process }) => view.sees(process, 'texts'))
    return {
      code,
      practice,
      grounds,
      requester,
      requestedAt,
      done: parts.every(({ done }) => done),
      parts: parts.map(part => shown(part, own.includes(part))),
      texts: await openTexts(
        this.storage,
        own.map(({ textRef }) => textRef),
        view.reading,
      ),
    }
  }

  /** Begins a list of practice cases that have been kept long enough, in each administration. */
  async list({ caller, key, body }: Asking<RetentionBody>): Promise<Reply<Receipt>> {
    const incoming = { caller, key, name: 'start-retention-list', body, codesOnly: true }
    return await this.commands.once(incoming, async plan => {
      const startsAt = startOf(body.practice, plan.at) ?? plan.at
      const input = (code: string, administration: Administration): RetentionInput => ({
        caseId: code,
        practice: { startsAt },
        by: caller.id,
        unit: answeringUnit(this.municipality, administration),
        people: rightsPeople(this.municipality, caller, administration),
      })
      return await this.start('retention', { plan, of: runningIn(this.municipality), input })
    })
  }

  /** The cases of a list, to people of its administration. */
  async retention(caller: Person, process: string): Promise<z.infer<typeof retentionDetail>> {
    const own = View.of(caller).sees(process, 'codes')
    return { process, items: own ? await retentionList(this.storage.db, { process }) : [] }
  }

  private async erase(place: CasePlace, asking: Asking<ErasureBody>, plan: Plan): Promise<Reply<Receipt>> {
    const { caller, body } = asking
    const { caseId, practice, file } = place
    // Also where the caller sees nothing: an erasure leaves no part behind.
    const holding = administrations.codes.filter(code =>
      file.parts.some(({ administration }) => administration === code),
    )
    const startsAt = practice ? await this.time.now(place) : null
    const code = caseIdOf(plan.id)
    for (const administration of holding) {
      const process = processIdIn({ kind: 'erasure', caseId: code, administration })
      const held = await openErasure(this.storage.db, { process, administration, practice, caseId })
      if (held !== process) throw new Problem('erasure-under-way')
    }
    const written = await this.store(code, asking, { practice, plan, holding })
    const input = (_: string, administration: Administration): ErasureInput => ({
      caseId: code,
      practice: startsAt === null ? null : { startsAt },
      by: caller.id,
      grounds: 'request',
      requester: body.requester,
      approved: null,
      ...(written?.administration === administration ? { text: written.ref } : {}),
      unit: answeringUnit(this.municipality, administration),
      people: rightsPeople(this.municipality, caller, administration),
    })
    return await this.start('erasure', { plan, of: holding, input })
  }

  private async start(
    kind: 'erasure' | 'retention',
    args: {
      plan: Plan
      of: readonly Administration[]
      input: (code: string, administration: Administration) => ErasureInput | RetentionInput
    },
  ): Promise<Reply<Receipt>> {
    const { plan, of, input } = args
    const code = caseIdOf(plan.id)
    const summary = { staticSummary: kind === 'erasure' ? 'Sletning' : 'Slettefrister' }
    const begun = await Promise.all(
      of.map(async administration => {
        const process = processIdIn({ kind, caseId: code, administration })
        const opening = {
          process,
          input: input(code, administration),
          command: plan.id,
          again: false,
          summary,
        }
        return { process, opened: await this.processes.open(opening) }
      }),
    )
    const processes = begun.map(({ process }) => process)
    return new Reply({ code, processes }, begun.some(({ opened }) => opened === 'started') ? 202 : 201)
  }

  /** The request in words stays where it was written down, and goes with the case. */
  private async store(
    code: string,
    { caller, body }: Asking<ErasureBody>,
    of: { practice: boolean; plan: Plan; holding: readonly Administration[] },
  ) {
    const administration = of.holding.find(one => worksIn(caller, one)) ?? of.holding[0]
    if (body.request === undefined || administration === undefined) return undefined
    const ref = await this.storage.vault.put({
      administration,
      caseId: code,
      id: of.plan.id,
      practice: of.practice,
      purpose: 'erasure',
      content: { request: body.request },
    })
    return { administration, ref }
  }
}

function shown(part: ErasurePart, own: boolean) {
  const { administration, process, step, done, outcome, obstacle, certificate, hash } = part
  return {
    administration,
    process,
    stage: step === null ? null : stageOf({ process: erasureProcess, step }),
    done,
    caseId: own ? part.caseId : null,
    caseNumbers: own ? part.caseNumbers : [],
    outcome,
    obstacle,
    textRef: own ? part.textRef : null,
    certificate,
    hash,
  }
}
