import { Injectable } from '@nestjs/common'
import { CaseAccess } from '../access/case-access.js'
import { CaseCommands, type CaseCommand } from '../command/case-commands.js'
import { toCarrier, toEveryOpen, toProcess } from '../command/recipients.js'
import { Staff } from '../person/staff.js'
import type { CloseBody, ConflictBody, EscalateBody, HandOverBody, PauseBody } from './verb-bodies.js'

/** Who asks what of which case, or of one process of it. */
export type Asked<B> = Pick<CaseCommand, 'caller' | 'key' | 'caseId'> & {
  readonly body: B
  readonly process?: string
}

/** What can be done to a case, or to one of its processes, at any time. */
@Injectable()
export class VerbsService {
  constructor(
    private readonly commands: CaseCommands,
    private readonly staff: Staff,
    private readonly access: CaseAccess,
  ) {}

  escalate(asked: Asked<EscalateBody>) {
    return this.send(asked, { update: 'escalate', to: toCarrier })
  }

  pause(asked: Asked<PauseBody>) {
    const { reason } = asked.body
    return this.send(asked, { update: 'pause', message: { reason }, to: toEveryOpen })
  }

  resume(asked: Asked<object>) {
    return this.send(asked, { update: 'resume', to: toEveryOpen })
  }

  declareConflict(asked: Asked<ConflictBody>) {
    return this.send(asked, { update: 'declareConflict', to: toEveryOpen })
  }

  close(asked: Asked<CloseBody>) {
    const { why: _, ...message } = asked.body
    return this.send(asked, { update: 'closeCase', message, to: toCarrier })
  }

  handOver(asked: Asked<HandOverBody>) {
    const { body } = asked
    if ('unit' in body) {
      return this.send(asked, { update: 'requestOffer', message: { to: body.unit }, to: toCarrier })
    }
    const from = body.from ?? asked.caller.id
    this.staff.mustWorkHere(body.to, 'to')
    this.staff.mustKnow(from, 'from')
    return this.send(asked, {
      update: 'handOver',
      message: { ...body, from },
      to: toEveryOpen,
      check: place => this.access.mustReceive(place, { person: body.to, field: 'to' }),
    })
  }

  /** Sends a verb by the caller, with the reason they gave as its text; to one process where one is named. */
  private send(
    asked: Asked<object>,
    verb: Pick<CaseCommand, 'update' | 'to' | 'check'> & { readonly message?: object },
  ) {
    const { process, ...command } = asked
    const { caller, body } = asked
    return this.commands.send({
      ...command,
      ...verb,
      body: process === undefined ? body : [process, body],
      message: { ...verb.message, by: caller.id },
      texts: 'why' in body && typeof body.why === 'string' ? { why: body.why } : {},
      to: process === undefined ? verb.to : toProcess(process),
    })
  }
}
