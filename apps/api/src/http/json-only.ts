import type { HttpRequest, HttpResponse, Next } from './exchange.js'
import { Problem } from './problem.js'

const JSON_TYPE = /^application\/json\s*(;|$)/i

/** What systems outside send by themselves is XML. */
const CALLBACKS = /^\/api\/callbacks\//
const XML_TYPE = /^(application|text)\/xml\s*(;|$)/i

/** Refuses a body that is not JSON, or what its address takes instead, before anybody reads it. A request without a body needs no type. */
export function jsonOnly(request: HttpRequest, _response: HttpResponse, next: Next): void {
  const { headers } = request
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
  const type = headers['content-type']
  const wanted = CALLBACKS.test(request.path) ? XML_TYPE : JSON_TYPE
  const isWanted = typeof type === 'string' && wanted.test(type)
  next(hasBody && !isWanted ? new Problem('media-type-unsupported') : undefined)
}
