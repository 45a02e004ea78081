import type { Config } from '@brobygger/config'
import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common'
import type { HttpRequest } from '../http/exchange.js'
import { Problem } from '../http/problem.js'
import { CONFIG } from '../tokens.js'
import { isOpen } from './open.js'
import { Staff } from './staff.js'

/** The header that names who asks, until real login comes. */
export const PERSON_HEADER = 'X-Brobygger-Person'

/** Lets in whoever the header names, in development only; every other mode refuses everybody. */
@Injectable()
export class PersonGuard implements CanActivate {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'BROBYGGER_MODE'>,
    private readonly staff: Staff,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    if (isOpen(context.getHandler()) || isOpen(context.getClass())) return true
    if (this.config.BROBYGGER_MODE !== 'development') throw new Problem('login-required')
    const request = context.switchToHttp().getRequest<HttpRequest>()
    const id = request.headers[PERSON_HEADER.toLowerCase()]
    if (typeof id !== 'string' || id === '') throw new Problem('person-missing')
    const member = this.staff.find(id)
    if (member === undefined) throw new Problem('person-unknown')
    request.caller = member
    return true
  }
}
