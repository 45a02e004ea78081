import { envelopeOf } from '@brobygger/keys'
import { Injectable } from '@nestjs/common'
import { CaseAccess, type CasePlace } from '../access/case-access.js'
import { Problem } from '../http/problem.js'
import { problemOf } from '../http/problem-of.js'
import type { Reply } from '../http/reply.js'
import { administrationOf } from '@brobygger/domain/processes'
import type { Person } from '../person/caller.js'
import { Storage } from '../storage/storage.js'
import { Engine } from '../temporal/engine.js'
import { Commands, type Plan } from './commands.js'
import { commandReply, type CommandResult } from './recorded.js'

/** A command to processes of one case. */
export interface CaseCommand {
  readonly caller: Person
  readonly key: string | undefined
  readonly caseId: string
  /** The body as it was parsed; a repeat under the same key must have the same. */
  readonly body: unknown
  readonly update: string
  /** The message without its text. */
  readonly message: object
  /** Texts by field; they go to the vault, and the message gets a reference. */
  readonly texts: Readonly<Record<string, string>>
  /** Texts that reveal who somebody is before they are identified: they lie in an envelope of their own. */
  readonly sealed?: { readonly envelope: string; readonly texts: Readonly<Record<string, string>> }
  /** Which processes get it. */
  readonly to: (place: CasePlace) => readonly string[]
  /** Looked at before anything is sent; may add to the message what only the storage knows. */
  readonly check?: (place: CasePlace) => unknown
}

/** Sends commands to the processes of a case. */
@Injectable()
export class CaseCommands {
  constructor(
    private readonly access: CaseAccess,
    private readonly commands: Commands,
    private readonly storage: Storage,
    private readonly engine: Engine,
  ) {}

  /** Sends one command; the answer comes when it is recorded. */
  async send(command: CaseCommand): Promise<Reply<CommandResult>> {
    const { caller, key, caseId, body, update } = command
    const codesOnly = isEmpty(command.texts) && isEmpty(command.sealed?.texts ?? {})
    const place = this.access.of(caseId, caller)
    const added = (await command.check?.(place)) as object | undefined
    const whole = { ...command, message: { ...command.message, ...added } }
    return await this.commands.once({ caller, key, name: `${update} ${caseId}`, body, codesOnly }, plan =>
      this.carryOut(whole, place, plan),
    )
  }

  private async carryOut(command: CaseCommand, place: CasePlace, plan: Plan): Promise<Reply<CommandResult>> {
    const { caseId, update, message } = command
    const { practice } = place
    const processes = command.to(place)
    if (processes.length === 0) throw new Problem('case-closed')
    const text = await this.putTexts(command, place, plan, processes)
    const sealed = await this.putSealed(command, place, plan)
    const results = await Promise.allSettled(
      processes.map(process =>
        this.engine.command({
          process,
          practice,
          update,
          id: plan.id,
          // What one administration writes does not cross to another with a command.
          message: {
            ...message,
            ...(text?.administration === administrationOf(process) ? { text: text.ref } : {}),
            ...(sealed === undefined ? {} : { sealed }),
          },
        }),
      ),
    )
    const taken = results.filter(result => result.status === 'fulfilled')
    const failures = results
      .filter(result => result.status === 'rejected')
      .map(result => result.reason as unknown)
    const [failure] = failures.filter(error => taken.length === 0 || !isRefusal(error))
    if (failure !== undefined) throw problemOf(failure)
    return commandReply(
      caseId,
      taken.every(result => result.value !== null),
    )
  }

  private async putSealed(
    { sealed, caseId, update }: CaseCommand,
    { practice }: CasePlace,
    plan: Plan,
  ): Promise<string | undefined> {
    if (sealed === undefined || isEmpty(sealed.texts)) return undefined
    return await this.storage.vault.put({
      administration: administrationOf(sealed.envelope),
      caseId,
      id: `${plan.id}-sealed`,
      practice,
      purpose: `${update}-sealed`,
      content: sealed.texts,
      scope: envelopeOf(sealed.envelope),
    })
  }

  private async putTexts(
    { texts, caseId, update }: CaseCommand,
    { practice }: CasePlace,
    plan: Plan,
    [first]: readonly string[],
  ): Promise<{ administration: string; ref: string } | undefined> {
    if (isEmpty(texts) || first === undefined) return undefined
    const administration = administrationOf(first)
    const ref = await this.storage.vault.put({
      administration,
      caseId,
      id: plan.id,
      practice,
      purpose: update,
      content: texts,
    })
    return { administration, ref }
  }
}

const isEmpty = (texts: object): boolean => Object.keys(texts).length === 0

/** A process that has ended or does not take the command now, as against an engine that does not answer. */
function isRefusal(error: unknown): boolean {
  return problemOf(error).status < 500
}
