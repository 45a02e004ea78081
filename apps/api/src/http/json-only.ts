import type { HttpRequest, HttpResponse, Next } from './exchange.js'
import { Problem } from './problem.js'

const JSON_TYPE = /^application\/json\s*(;|$)/i

/** Refuses a body that is not JSON before anybody reads it. A request without a body needs no type. */
export function jsonOnly(request: HttpRequest, _response: HttpResponse, next: Next): void {
  const { headers } = request
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
  const type = headers['content-type']
  const isJson = typeof type === 'string' && JSON_TYPE.test(type)
  next(hasBody && !isJson ? new Problem('media-type-unsupported') : undefined)
}
