import { type Faults, planSchema } from './faults.js'
import type { Incoming } from './http/incoming.js'
import { json, type Outgoing, refusal } from './http/outgoing.js'
import { serviceNames } from './services/service.js'

/**
 * `GET /faults` lists what holds, `PUT /faults/<service>` sets a fault (`faultSchema`) or a list of them, `DELETE
 * /faults/<service>` lifts it. 404 `no-such-service`, 422 `invalid`.
 */
export function handleFaults(request: Incoming, faults: Faults): Outgoing {
  const [service, ...rest] = request.path
  if (service === undefined) {
    return request.method === 'GET' ? json(200, faults.list()) : notAllowed('GET')
  }
  if (rest.length > 0 || !serviceNames.some(name => name === service)) return refusal(404, 'no-such-service')
  if (request.method === 'DELETE') {
    faults.lift(service)
    return json(200, faults.list())
  }
  if (request.method !== 'PUT') return notAllowed('PUT, DELETE')
  const parsed = planSchema.safeParse(request.body)
  if (!parsed.success) return refusal(422, 'invalid')
  const postAlone = parsed.data.some(({ mode }) => mode === 'late' || mode === 'double')
  if (postAlone && !tellsLater.includes(service)) return refusal(422, 'invalid')
  faults.set(service, ...parsed.data)
  return json(200, faults.list())
}

/** Services that say later what became of what they took. */
const tellsLater: readonly string[] = ['digital-post']

function notAllowed(allow: string): Outgoing {
  return refusal(405, 'method-not-allowed', { Allow: allow })
}
