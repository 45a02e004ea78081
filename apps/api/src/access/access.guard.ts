import { isFileAction, may, type Actor, type Decision, type FileFacts } from '@brobygger/access'
import { administrationOfNamespace } from '@brobygger/domain/codes'
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common'
import type { HttpRequest } from '../http/exchange.js'
import { fieldErrors } from '../http/field-errors.js'
import { Problem } from '../http/problem.js'
import { isOpen } from '../person/open.js'
import { Staff } from '../person/staff.js'
import { declaredAt, type Declared } from './access.js'
import { accessFactsOf } from './access-facts-of.js'
import { actorOf } from './actor.js'
import { ServerClock } from './clock.js'
import { Facts } from './facts.js'
import type { Target } from './targets.js'

/**
 * Asks the rules before anything else looks at a request: whoever may not is refused whatever their body says. What is
 * open to all passes when nobody says who they are; somebody who does is asked about like everybody else.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly facts: Facts,
    private readonly staff: Staff,
    private readonly clock: ServerClock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const handler = context.getHandler()
    const request = context.switchToHttp().getRequest<HttpRequest>()
    const declared = declaredAt(handler)
    const { caller } = request
    if (isOpen(handler) || isOpen(context.getClass())) {
      if (declared === undefined || caller === undefined) return true
    }
    if (declared === undefined || caller === undefined) throw new Problem('access-denied')
    const actor = actorOf(caller, request)
    const { decision, file } = await this.decide(declared, actor, request)
    request.access = accessFactsOf(decision, file, actor)
    if (!decision.allowed) throw new Problem(decision.code)
    request.granted = { decision, file }
    return true
  }

  private async decide(
    { action, target }: Declared,
    actor: Actor,
    request: HttpRequest,
  ): Promise<{ decision: Decision; file: FileFacts | null }> {
    if (target.of !== 'file') {
      return { decision: may({ actor, action, target: this.officeTarget(target, request) }), file: null }
    }
    const named = target.names(idAt(target, request))
    const file = await this.facts.of(named, actor.id, request.method !== 'GET' && isFileAction(action))
    if (file === null) throw new Problem('case-unknown')
    const { process, task } = named
    const now = this.clock.now()
    return { decision: may({ actor, action, target: { file, process, task, now } }), file }
  }

  private officeTarget(target: Exclude<Target, { of: 'file' }>, request: HttpRequest) {
    switch (target.of) {
      case 'colleague':
        return { colleague: this.staff.mustFind(idAt(target, request)) }
      case 'namespace': {
        const administration = administrationOfNamespace(request.headers[target.header])
        return administration === undefined ? {} : { administration }
      }
      case 'nothing':
        return {}
    }
  }
}

/** The id in the address. What is no id is refused as the validation would, which comes after the guard. */
function idAt({ param, schema }: Extract<Target, { param: string }>, { params }: HttpRequest): string {
  const parsed = schema.safeParse(params?.[param])
  if (parsed.success) return parsed.data
  const errors = fieldErrors(parsed.error.issues).map(error => ({ ...error, field: param }))
  throw new Problem('input-invalid', { errors })
}
