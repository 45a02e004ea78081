import { consentById } from '@brobygger/database'
import { splitTexts } from '@brobygger/domain/forms'
import { requestConsentTask } from '@brobygger/domain/tasks'
import { Injectable } from '@nestjs/common'
import type { z } from 'zod'
import { commandId } from '../command/command-id.js'
import { CaseCommands } from '../command/case-commands.js'
import { toCarrier } from '../command/recipients.js'
import type { CommandResult } from '../command/recorded.js'
import { Problem } from '../http/problem.js'
import type { Reply } from '../http/reply.js'
import { caseIn } from '@brobygger/domain/processes'
import { View } from '../access/view.js'
import type { Person } from '../person/caller.js'
import type { consentDetail } from '../shapes/with-texts.js'
import { Storage } from '../storage/storage.js'
import { openTexts } from '../storage/texts.js'
import { sealedApart } from '../tasks/sealed-apart.js'
import { askBody, type AskBody, type GiveBody, type RefuseBody, type WithdrawBody } from './consent-bodies.js'

/** Who notes which answer to which consent. */
interface Noting<B> {
  readonly caller: Person
  readonly key: string | undefined
  readonly consent: string
  readonly body: B
}

/** Shows consents, and notes what each giver says. */
@Injectable()
export class ConsentsService {
  constructor(
    private readonly storage: Storage,
    private readonly commands: CaseCommands,
  ) {}

  async one(caller: Person, id: string): Promise<z.infer<typeof consentDetail>> {
    const consent = await consentById(this.storage.db, { consent: id })
    if (consent === null) throw new Problem('consent-unknown')
    // What signatures reveal stays sealed until the child is identified.
    const identified = await this.isIdentified(consent.caseId)
    const refs = [
      consent.textRef,
      ...consent.answers.flatMap(({ textRef, sealedRef }) => [textRef, identified ? sealedRef : null]),
    ]
    return { ...consent, texts: await openTexts(this.storage, refs, View.of(caller).reading) }
  }

  /** Asks for one more consent; the case starts it. */
  ask({ caller, key, caseId, body }: Omit<Noting<AskBody>, 'consent'> & { readonly caseId: string }) {
    const split = splitTexts({ form: askBody, value: body })
    const envelope = `consent-${caseId}-asked-${commandId({ person: caller.id, key })}`
    const { texts, sealed } = sealedApart(requestConsentTask.kind, envelope, split.texts)
    return this.commands.send({
      caller,
      key,
      caseId,
      body,
      update: 'askConsent',
      message: { by: caller.id, request: split.codes, envelope },
      texts,
      ...(sealed === undefined ? {} : { sealed }),
      to: toCarrier,
    })
  }

  /** What a signature reveals is sealed apart while nobody is identified. */
  async give(noting: Noting<GiveBody>) {
    const { words, witness, note, giverName, contact, ...message } = noting.body
    const texts = { words, witness, note }
    const reveals = written({ giverName, contact })
    if (Object.keys(reveals).length === 0 || (await this.isIdentified(caseIn(noting.consent))))
      return await this.note(noting, 'giveConsent', message, { ...texts, ...reveals })
    return await this.note(noting, 'giveConsent', message, texts, reveals)
  }

  refuse(noting: Noting<RefuseBody>) {
    const { note, ...message } = noting.body
    return this.note(noting, 'refuseConsent', message, { note })
  }

  withdraw(noting: Noting<WithdrawBody>) {
    const { note, ...message } = noting.body
    return this.note(noting, 'withdrawConsent', message, { note })
  }

  private async isIdentified(caseId: string): Promise<boolean> {
    const row = await this.storage.db
      .selectFrom('cases')
      .select('degree')
      .where('id', '=', caseId)
      .executeTakeFirst()
    return row?.degree === 'A2'
  }

  private async note(
    { caller, key, consent, body }: Noting<unknown>,
    update: string,
    message: object,
    texts: Readonly<Record<string, string | undefined>>,
    sealed: Readonly<Record<string, string>> = {},
  ): Promise<Reply<CommandResult>> {
    return await this.commands.send({
      caller,
      key,
      caseId: caseIn(consent),
      body: [consent, body],
      update,
      message: { ...message, by: caller.id },
      texts: written(texts),
      sealed: { envelope: consent, texts: sealed },
      to: () => [consent],
    })
  }
}

/** The texts that were written. */
function written(texts: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([field, text]) => (text === undefined ? [] : [[field, text]])),
  )
}
