import { accessRequest, protectedPersonsIn, type AccessRequestPart } from '@brobygger/database'
import { accessKinds, administrations, type Administration } from '@brobygger/domain/codes'
import type { AccessRequestInput } from '@brobygger/domain/messages'
import { answeringUnit, type Municipality } from '@brobygger/domain/organisation'
import { accessRequestProcess, processIdIn, stageOf } from '@brobygger/domain/processes'
import { Inject, Injectable } from '@nestjs/common'
import type { z } from 'zod'
import { View } from '../access/view.js'
import { CaseAccess } from '../access/case-access.js'
import { caseIdOf } from '../command/command-id.js'
import { Commands, type Plan } from '../command/commands.js'
import { fieldProblem, Problem } from '../http/problem.js'
import { Reply } from '../http/reply.js'
import type { Person } from '../person/caller.js'
import { startOf } from '../practice/practice-start.js'
import { Storage } from '../storage/storage.js'
import { openTexts } from '../storage/texts.js'
import { OpenProcess } from '../temporal/open-process.js'
import { MUNICIPALITY } from '../tokens.js'
import type { AccessBody } from './access-bodies.js'
import type { accessDetail, accessReceipt } from './access-shapes.js'
import { protectionOf } from '../shapes/protection.js'
import { casesOfOwnWhereabouts } from './own-whereabouts.js'
import { rightsPeople, worksIn } from './rights-people.js'

/** Who wrote down which request. */
interface Asking {
  readonly caller: Person
  readonly key: string | undefined
  readonly body: AccessBody
}

/** Where the cases lie that a request is about. */
interface Held {
  readonly practice: boolean
  readonly administrations: readonly Administration[]
}

/** Begins requests for access, and shows how far they are. */
@Injectable()
export class AccessRequestsService {
  constructor(
    private readonly storage: Storage,
    private readonly access: CaseAccess,
    private readonly commands: Commands,
    private readonly processes: OpenProcess,
    @Inject(MUNICIPALITY) private readonly municipality: Municipality,
  ) {}

  /** Begins it in each administration that holds a part. */
  async begin(asking: Asking): Promise<Reply<z.infer<typeof accessReceipt>>> {
    const { caller, key, body } = asking
    const held = await this.held(caller, body)
    const incoming = { caller, key, name: 'request-access', body, codesOnly: false }
    const reply = await this.commands.once(incoming, plan => this.start(asking, held, plan))
    return reply.with({ Location: `/api/access-requests/${reply.body.code}` })
  }

  /** The request; of another administration than the caller's own only how far it is. */
  async one(caller: Person, code: string): Promise<z.infer<typeof accessDetail>> {
    const view = View.of(caller)
    const parts = await accessRequest(this.storage.db, { code })
    const [first] = parts
    if (first === undefined) throw new Problem('case-unknown')
    const own = parts.filter(({ process }) => view.sees(process, 'texts'))
    const refs = own.flatMap(({ textRef, answerTextRef, items }) => [
      textRef,
      answerTextRef,
      ...items.flatMap(({ item, textRef: shown }) => [item, shown]),
    ])
    const { practice, kind, requester, receivedAt, cases } = first
    const persons = await protectedPersonsIn(this.storage.db, { cases })
    return {
      code,
      practice,
      kind,
      requester,
      receivedAt,
      cases,
      textRef: own.find(({ textRef }) => textRef !== null)?.textRef ?? null,
      done: parts.every(({ done }) => done),
      protection: own.length === 0 ? null : protectionOf(persons.map(({ relation }) => relation)),
      parts: parts.map(part => shown(part, own.includes(part))),
      texts: await openTexts(this.storage, refs, {
        as: view.administrations,
        whereaboutsOf: casesOfOwnWhereabouts({ requester, cases, persons }),
      }),
    }
  }

  /** The administrations in which these cases have a process. All of them are real, or all for practice. */
  private async held(caller: Person, { cases, practice }: AccessBody): Promise<Held> {
    const places = await Promise.all(cases.map(caseId => this.access.named(caseId, caller, 'readCase')))
    const mixed = places.findIndex(place => place.practice !== places[0]?.practice)
    if (mixed > 0) throw fieldProblem('input-invalid', `cases.${mixed}`)
    const forPractice = places[0]?.practice === true
    if (practice !== undefined && !forPractice) throw fieldProblem('not-a-practice-case', 'practice')
    const holding = new Set(places.flatMap(({ file }) => file.parts.map(of => of.administration)))
    return {
      practice: forPractice,
      administrations: administrations.codes.filter(code => holding.has(code)),
    }
  }

  private async start(
    { caller, body }: Asking,
    held: Held,
    plan: Plan,
  ): Promise<Reply<z.infer<typeof accessReceipt>>> {
    const code = caseIdOf(plan.id)
    const startsAt = held.practice ? startOf(body.practice ?? true, plan.at) : null
    const { kind, requester, cases, receivedAt = startsAt ?? plan.at } = body
    if (receivedAt > (startsAt ?? plan.at)) throw fieldProblem('input-invalid', 'receivedAt')
    const written = await this.store(code, caller, { body, held, plan })
    const input = (administration: Administration): AccessRequestInput => ({
      caseId: code,
      practice: startsAt === null ? null : { startsAt },
      by: caller.id,
      kind,
      requester,
      receivedAt: new Date(receivedAt).toISOString(),
      cases,
      ...(written?.administration === administration ? { text: written.ref } : {}),
      unit: answeringUnit(this.municipality, administration),
      people: rightsPeople(this.municipality, caller, administration),
    })
    const summary = { staticSummary: accessKinds.labels[kind].da }
    const begun = await Promise.all(
      held.administrations.map(async administration => {
        const process = processIdIn({ kind: 'accessRequest', caseId: code, administration })
        const opening = { process, input: input(administration), command: plan.id, again: false, summary }
        return { process, opened: await this.processes.open(opening) }
      }),
    )
    const processes = begun.map(({ process }) => process)
    return new Reply({ code, processes }, begun.some(({ opened }) => opened === 'started') ? 202 : 201)
  }

  /** The request in words stays where it was written down. */
  private async store(code: string, caller: Person, of: { body: AccessBody; held: Held; plan: Plan }) {
    const { body, held, plan } = of
    const administration = held.administrations.find(one => worksIn(caller, one)) ?? held.administrations[0]
    if (body.request === undefined || administration === undefined) return undefined
    const ref = await this.storage.vault.put({
      administration,
      caseId: code,
      id: plan.id,
      practice: held.practice,
      purpose: 'accessRequest',
      content: { request: body.request },
    })
    return { administration, ref }
  }
}

/** One administration's part as it is shown; what is held only to its own people. */
function shown(part: AccessRequestPart, own: boolean) {
  const { administration, process, step, done, items } = part
  const { extendedUntil, extensionInTime, outcome, refusal, answeredAt, answeredBy } = part
  return {
    administration,
    process,
    stage: step === null ? null : stageOf({ process: accessRequestProcess, step }),
    done,
    extendedUntil,
    extensionInTime,
    outcome,
    refusal,
    answerTextRef: own ? part.answerTextRef : null,
    answeredAt,
    answeredBy,
    items: own ? items : [],
  }
}
