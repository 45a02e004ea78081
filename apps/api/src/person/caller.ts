import type { StaffMember } from '@brobygger/domain/organisation'
import { createParamDecorator, type ExecutionContext } from '@nestjs/common'
import type { Granted } from '../access/granted.js'
import type { HttpRequest } from '../http/exchange.js'
import { Problem } from '../http/problem.js'
import type { Login } from '../login/login.js'

/** The member of staff who asks, how they proved it, and what the rules granted them for this request. */
export interface Person extends StaffMember {
  readonly login?: Login | undefined
  readonly granted?: Granted | undefined
}

/** Parameter: who asks, as the guard found them. */
export const Caller = createParamDecorator((_: undefined, context: ExecutionContext): Person => {
  const { caller, login, granted } = context.switchToHttp().getRequest<HttpRequest>()
  if (caller === undefined) throw new Problem('person-missing')
  return { ...caller, login, granted }
})
