import { handoverById } from '@brobygger/database'
import { answerReferralTask } from '@brobygger/domain/tasks'
import { Injectable } from '@nestjs/common'
import type { z } from 'zod'
import { View } from '../access/view.js'
import { CaseCommands } from '../command/case-commands.js'
import { toCarrier } from '../command/recipients.js'
import type { CommandResult } from '../command/recorded.js'
import { Problem } from '../http/problem.js'
import type { Reply } from '../http/reply.js'
import { caseIn } from '@brobygger/domain/processes'
import type { Person } from '../person/caller.js'
import type { handoverDetail } from '../shapes/with-texts.js'
import { Storage } from '../storage/storage.js'
import { openTexts } from '../storage/texts.js'
import { TasksService } from '../tasks/tasks.service.js'
import type { AcceptBody, DeclineBody, RevokeBody } from './handover-bodies.js'

/** Who answers which offer, and how. */
interface Answering<B> {
  readonly caller: Person
  readonly key: string | undefined
  readonly offer: string
  readonly body: B
}

/** Shows offers between the administrations, and takes the answers to them. */
@Injectable()
export class HandoversService {
  constructor(
    private readonly storage: Storage,
    private readonly commands: CaseCommands,
    private readonly tasks: TasksService,
  ) {}

  async one(caller: Person, offer: string): Promise<z.infer<typeof handoverDetail>> {
    const view = View.of(caller)
    const handover = await handoverById(this.storage.db, { offer })
    const shown = <T extends { process: string }>(side: T | null | undefined): T | null =>
      side != null && view.sees(side.process, 'handovers', 'offered') ? side : null
    const [sent, received] = [shown(handover?.sent), shown(handover?.received)]
    if (handover === null || (sent ?? received) === null) throw new Problem('handover-unknown')
    const refs = [sent, received].flatMap(side => [side?.textRef, side?.answerTextRef])
    return { ...handover, sent, received, texts: await openTexts(this.storage, refs, view.reading) }
  }

  /** Accepting is answering the receiver's task; the sender's case decides whether the offer still stands. */
  accept(answering: Answering<AcceptBody>) {
    return this.answer(answering, { answer: 'accept', ...answering.body })
  }

  decline(answering: Answering<DeclineBody>) {
    return this.answer(answering, { answer: 'decline', ...answering.body })
  }

  revoke({ caller, key, offer, body }: Answering<RevokeBody>): Promise<Reply<CommandResult>> {
    return this.commands.send({
      caller,
      key,
      caseId: caseIn(offer),
      body: [offer, body],
      update: 'revokeOffer',
      message: { offer, by: caller.id },
      texts: body.why === undefined ? {} : { why: body.why },
      to: toCarrier,
    })
  }

  private async answer(
    { caller, key, offer }: Answering<unknown>,
    body: object,
  ): Promise<Reply<CommandResult>> {
    const tasks = await this.storage.db
      .selectFrom('tasks')
      .select(['id', 'status'])
      .where('process', '=', offer)
      .where('kind', '=', answerReferralTask.kind)
      .execute()
    const open = tasks.find(task => task.status === 'open')
    // A repeat under the same key finds the task answered by itself, and gets the first answer.
    const task = open ?? (key === undefined ? undefined : tasks.at(-1))
    if (task === undefined) throw new Problem(tasks.length === 0 ? 'handover-unknown' : 'offer-not-open')
    return await this.tasks.complete({ caller, key, task: task.id, body: { ...body } })
  }
}
