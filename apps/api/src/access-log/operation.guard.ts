import { randomUUID } from 'node:crypto'
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common'
import type { HttpRequest } from '../http/exchange.js'
import { OPERATION, showsContent, type OperationFacts } from '../openapi/operation.js'
import { isOpen } from '../person/open.js'

/** Notes on the request which operation it asks for, before anybody can refuse it: refusals are logged under it. */
@Injectable()
export class OperationGuard implements CanActivate {
  canActivate(context: ExecutionContext): true {
    const handler = context.getHandler()
    const facts = Reflect.getMetadata(OPERATION, handler) as OperationFacts | undefined
    const request = context.switchToHttp().getRequest<HttpRequest>()
    const { method } = request
    const open = isOpen(handler) || isOpen(context.getClass())
    const shows = showsContent({ facts, method, open })
    // Lists of codes and rules show nobody; health and documentation are for everybody.
    const logs = shows || (!open && !['GET', 'HEAD'].includes(method))
    if (facts !== undefined && logs) request.logged = { action: facts.id, requestId: randomUUID(), shows }
    return true
  }
}
