import type { DisclosureBasis, Unit } from '@brobygger/domain/codes'
import { Injectable } from '@nestjs/common'
import { CaseCommands, type CaseCommand } from '../command/case-commands.js'
import { toCarrier } from '../command/recipients.js'
import type { ExchangeBody, OverrideBody } from './basis-bodies.js'

/** Who states which basis in which case. */
type Stating<B> = Pick<CaseCommand, 'caller' | 'key' | 'caseId'> & { readonly body: B }

/** Disclosure without consent, with the justification it needs. */
@Injectable()
export class BasesService {
  constructor(private readonly commands: CaseCommands) {}

  exchange(stating: Stating<ExchangeBody>) {
    const { units, heldOn, followUp } = stating.body
    return this.state(stating, { kind: 'statutory', units, heldOn, followUp })
  }

  /** Only a team leader may, because nobody else answers for it. */
  override(stating: Stating<OverrideBody>) {
    const { body } = stating
    return this.state(stating, { kind: 'override', units: [body.unit], followUp: false })
  }

  private state(
    { caller, key, caseId, body }: Stating<ExchangeBody | OverrideBody>,
    basis: { kind: DisclosureBasis; units: Unit[]; heldOn?: string; followUp: boolean },
  ) {
    return this.commands.send({
      caller,
      key,
      caseId,
      body,
      update: 'stateBasis',
      message: { ...basis, by: caller.id },
      texts: { why: body.why },
      to: toCarrier,
    })
  }
}
