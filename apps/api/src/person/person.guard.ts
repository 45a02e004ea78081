import type { Config } from '@brobygger/config'
import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common'
import type { HttpRequest } from '../http/exchange.js'
import { Problem } from '../http/problem.js'
import type { Login } from '../login/login.js'
import type { Proven } from '../login/proven.js'
import { Sessions } from '../login/sessions.service.js'
import { TokenCheck } from '../login/token-check.js'
import { bearerOf } from '../login/bearer.js'
import { CONFIG } from '../tokens.js'
import { isOpen } from './open.js'
import { Staff } from './staff.js'

/** The header that names who asks. Nobody proves anything with it, so plain development alone takes it. */
export const PERSON_HEADER = 'X-Brobygger-Person'

/** Finds out who asks: by token, else by the browser's session, else, in development, by a header. */
@Injectable()
export class PersonGuard implements CanActivate {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'BROBYGGER_MODE' | 'OIDC_AUDIENCE'>,
    private readonly staff: Staff,
    private readonly tokens: TokenCheck,
    private readonly sessions: Sessions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (isOpen(context.getHandler()) || isOpen(context.getClass())) return true
    const request = context.switchToHttp().getRequest<HttpRequest>()
    const { person, assurance, via } = await this.identify(request)
    const member = this.staff.employed(person)
    if (member === undefined) throw new Problem('person-unknown')
    request.caller = member
    request.login = { assurance, via }
    return true
  }

  private async identify(request: HttpRequest): Promise<Proven & Login> {
    const token = bearerOf(request)
    if (token !== undefined) {
      return { ...(await this.tokens.check(token, this.config.OIDC_AUDIENCE)), via: 'token' }
    }
    const session = await this.sessions.of(request)
    if (session !== undefined) return { ...session, via: 'session' }
    if (this.config.BROBYGGER_MODE !== 'development') throw new Problem('login-required')
    const named = request.headers[PERSON_HEADER.toLowerCase()]
    if (typeof named !== 'string' || named === '') throw new Problem('person-missing')
    return { person: named, assurance: 'substantial', via: 'header' }
  }
}
