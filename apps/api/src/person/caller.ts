import type { StaffMember } from '@brobygger/domain/organisation'
import { createParamDecorator, type ExecutionContext } from '@nestjs/common'
import type { Granted } from '../access/granted.js'
import type { HttpRequest } from '../http/exchange.js'
import { Problem } from '../http/problem.js'

/** The member of staff who asks, and what the rules granted them for this request. */
export interface Person extends StaffMember {
  readonly granted?: Granted | undefined
}

/** Parameter: who asks, as the guard found them. */
export const Caller = createParamDecorator((_: undefined, context: ExecutionContext): Person => {
  const { caller, granted } = context.switchToHttp().getRequest<HttpRequest>()
  if (caller === undefined) throw new Problem('person-missing')
  return { ...caller, granted }
})
