import { splitTexts } from '@brobygger/domain/forms'
import { callsForNotification, concernForm } from '@brobygger/domain/messages'
import { peopleOf, type Municipality, type People } from '@brobygger/domain/organisation'
import { localDate } from '@brobygger/domain/policy'
import { processId } from '@brobygger/domain/processes'
import { Inject, Injectable } from '@nestjs/common'
import { caseIdOf } from '../command/command-id.js'
import { Commands, type Plan } from '../command/commands.js'
import { fieldProblem } from '../http/problem.js'
import { Reply } from '../http/reply.js'
import type { Person } from '../person/caller.js'
import { startOf } from '../practice/practice-start.js'
import { Storage } from '../storage/storage.js'
import { OpenProcess } from '../temporal/open-process.js'
import { summaryOf } from '../temporal/summary-of.js'
import { MUNICIPALITY } from '../tokens.js'
import { callNow, received } from './answers.js'
import { concernInputOf } from './concern-input-of.js'
import { mustBeVisit } from './visit-of.js'
import type { ConcernReceipt, RaiseConcern } from './raise-concern.js'

/** Takes concerns in: checks them, puts their texts away, starts their process, and gives a receipt. */
@Injectable()
export class ConcernsService {
  constructor(
    private readonly storage: Storage,
    private readonly commands: Commands,
    private readonly processes: OpenProcess,
    @Inject(MUNICIPALITY) private readonly municipality: Municipality,
  ) {}

  /** Raises a concern. The answer comes when it stands in the worklist of whoever shall look at it. */
  async raise(caller: Person, key: string | undefined, body: RaiseConcern): Promise<Reply<ConcernReceipt>> {
    this.peopleFor(caller, body, new Date().toISOString())
    const incoming = { caller, key, name: 'raise-concern', body, codesOnly: false }
    const reply = await this.commands.once(incoming, plan => this.start(caller, body, plan))
    return reply.with({ Location: `/api/cases/${reply.body.caseId}` })
  }

  private async start(caller: Person, body: RaiseConcern, plan: Plan): Promise<Reply<ConcernReceipt>> {
    const caseId = caseIdOf(plan.id)
    const startsAt = startOf(body.practice, plan.at)
    const people = this.peopleFor(caller, body, startsAt ?? plan.at)
    const { visit, institution } = body
    if (visit !== undefined) {
      await mustBeVisit(this.storage.db, { visit, institution, practice: startsAt !== null })
    }
    const text = await this.storage.vault.put({
      administration: 'children-and-youth',
      caseId,
      id: 'enquiry',
      practice: startsAt !== null,
      purpose: 'enquiry',
      content: splitTexts({ form: concernForm, value: body }).texts,
    })
    const outages = typeof body.practice === 'object' ? body.practice.outages : undefined
    const input = concernInputOf({
      caseId,
      form: body,
      startsAt,
      outages,
      raisedBy: caller.id,
      people,
      text,
      visit,
    })
    const opened = await this.processes.open({
      process: processId({ kind: 'concern', caseId }),
      input,
      command: plan.id,
      again: false,
      summary: summaryOf(input),
    })
    const receipt = {
      receivedAt: startsAt ?? plan.at,
      raiserRole: body.raiserRole,
      message: received(caseId),
    }
    const answer = { caseId, receipt, ...(callsForNotification(body) ? { callNow } : {}) }
    return new Reply(answer, opened === 'started' ? 202 : 201)
  }

  private peopleFor(caller: Person, body: RaiseConcern, at: string): People {
    const people = peopleOf({
      municipality: this.municipality,
      institution: body.institution,
      raiser: caller.id,
      raisedByParent: body.raiserRole === 'parent',
      on: localDate(at),
    })
    if (people === null) throw fieldProblem('institution-unknown', 'institution')
    return people
  }
}
