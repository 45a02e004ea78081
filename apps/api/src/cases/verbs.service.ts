import { Injectable } from '@nestjs/common'
import { CaseCommands, type CaseCommand } from '../command/case-commands.js'
import { toConcern, toEveryOpen } from '../command/recipients.js'
import { Problem } from '../http/problem.js'
import { Staff } from '../person/staff.js'
import type { CloseBody, ConflictBody, EscalateBody, HandOverBody, PauseBody } from './verb-bodies.js'

/** Who asks what of which case. */
export type Asked<B> = Pick<CaseCommand, 'caller' | 'key' | 'caseId'> & { readonly body: B }

/** What can be done to a case at any time. */
@Injectable()
export class VerbsService {
  constructor(
    private readonly commands: CaseCommands,
    private readonly staff: Staff,
  ) {}

  escalate(asked: Asked<EscalateBody>) {
    return this.commands.send({ ...asked, update: 'escalate', ...said(asked, {}), to: toConcern })
  }

  pause(asked: Asked<PauseBody>) {
    const { reason } = asked.body
    return this.commands.send({ ...asked, update: 'pause', ...said(asked, { reason }), to: toEveryOpen })
  }

  resume(asked: Asked<object>) {
    return this.commands.send({ ...asked, update: 'resume', ...said(asked, {}), to: toEveryOpen })
  }

  declareConflict(asked: Asked<ConflictBody>) {
    return this.commands.send({ ...asked, update: 'declareConflict', ...said(asked, {}), to: toEveryOpen })
  }

  close(asked: Asked<CloseBody>) {
    const { why: _, ...message } = asked.body
    return this.commands.send({ ...asked, update: 'closeCase', ...said(asked, message), to: toConcern })
  }

  handOver(asked: Asked<HandOverBody>) {
    const { body } = asked
    if ('unit' in body) {
      const message = { to: body.unit }
      return this.commands.send({ ...asked, update: 'requestOffer', ...said(asked, message), to: toConcern })
    }
    const from = body.from ?? asked.caller.id
    this.staff.mustKnow(body.to, 'to')
    this.staff.mustKnow(from, 'from')
    return this.commands.send({
      ...asked,
      update: 'handOver',
      ...said(asked, { ...body, from }),
      to: toEveryOpen,
      check: ({ hiddenFrom }) => {
        if (hiddenFrom.includes(body.to)) throw new Problem('staff-conflicted')
      },
    })
  }
}

/** A message by the caller, and the reason they gave as its text. */
function said({ caller, body }: Asked<object>, message: object): Pick<CaseCommand, 'message' | 'texts'> {
  const why = 'why' in body && typeof body.why === 'string' ? { why: body.why } : {}
  return { message: { ...message, by: caller.id }, texts: why }
}
