import type { IncomingMessage, ServerResponse } from 'node:http'
import { answerWithFault } from './answer-with-fault.js'
import { handleFaults } from './fault-addresses.js'
import { Faults } from './faults.js'
import { BodyNotJson, BodyTooLarge, type Incoming, readJson } from './http/incoming.js'
import { html, json, type Outgoing, refusal, send } from './http/outgoing.js'
import { overviewPage } from './page.js'
import { type Service, type ServiceName, serviceNames } from './services/service.js'

type Services = Record<ServiceName, Service>

/**
 * Answers every request to the process: the services, their ledgers, the faults, the page and the health
 * check.
 */
export function app(services: Services): (request: IncomingMessage, response: ServerResponse) => void {
  const faults = new Faults()

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [first, ...path] = segments(request.url ?? '/')
    const service = serviceNames.find(name => name === first)
    // Ledgers and faults can be asked for whatever the services suffer.
    const fault = service && path[0] !== 'ledger' ? faults.strike(service) : undefined
    // Read before any fault strikes: a slow service has got the order, even when the caller has given up.
    const body = await readJson(request)
    const method = request.method ?? 'GET'
    const incoming: Incoming = {
      method,
      path,
      key: keyOf(request),
      token: /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1],
      body,
      fault: fault?.mode,
    }
    await answerWithFault({
      response,
      fault,
      handle: async () => (service ? toService(services[service], incoming) : ownAddress(first, incoming)),
    })
  }

  function ownAddress(first: string | undefined, incoming: Incoming): Outgoing {
    if (first === 'faults') return handleFaults(incoming, faults)
    if (incoming.method !== 'GET') return refusal(405, 'method-not-allowed', { Allow: 'GET' })
    if (first === undefined) return html(overviewPage(services, faults.list()))
    if (first === 'health' && incoming.path.join('/') === 'live') return json(200, { status: 'ok' })
    return refusal(404, 'no-such-address')
  }

  return (request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (response.headersSent) response.socket?.destroy()
      else send(response, refusalOf(error))
    })
  }
}

async function toService(service: Service, incoming: Incoming): Promise<Outgoing> {
  if (incoming.path.length === 1 && incoming.path[0] === 'ledger') {
    return incoming.method === 'GET'
      ? json(200, service.effects())
      : refusal(405, 'method-not-allowed', { Allow: 'GET' })
  }
  return service.handle(incoming)
}

function segments(url: string): string[] {
  const path = url.split('?', 1)[0] ?? ''
  return path
    .split('/')
    .filter(segment => segment !== '')
    .map(decodeURIComponent)
}

function keyOf(request: IncomingMessage): string | undefined {
  const key = request.headers['idempotency-key']
  return typeof key === 'string' && key !== '' ? key : undefined
}

function refusalOf(error: unknown): Outgoing {
  if (error instanceof BodyTooLarge) return refusal(413, 'too-large', { Connection: 'close' })
  if (error instanceof BodyNotJson || error instanceof URIError) return refusal(400, 'malformed')
  return refusal(500, 'internal')
}
