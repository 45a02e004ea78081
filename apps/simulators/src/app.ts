import type { IncomingMessage, ServerResponse } from 'node:http'
import { answerWithFault } from './answer-with-fault.js'
import { handleFaults } from './fault-addresses.js'
import type { Faults } from './faults.js'
import { BodyNotJson, BodyTooLarge, type Incoming, incomingOf, readText } from './http/incoming.js'
import { html, json, type Outgoing, refusal, send } from './http/outgoing.js'
import { overviewPage } from './page.js'
import { isBehindDoor, type Service, type ServiceName, serviceNames } from './services/service.js'

/** Addresses of a service for whoever tries it out, open to everybody whatever the service suffers. */
const managed = ['ledger', 'tokens', 'persons', 'institutions', 'events', 'publish']

type Services = Record<ServiceName, Service>

/**
 * Answers every request to the process: the services, their ledgers, the faults, the page and the health
 * check.
 */
export function app({
  services,
  faults,
  hasDoor,
}: {
  services: Services
  faults: Faults
  /** Whether there is a door at which callers show their certificate: the services behind it take no other call then. */
  hasDoor: boolean
}): (request: IncomingMessage, response: ServerResponse) => void {
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [first, ...path] = segments(request.url ?? '/')
    const service = serviceNames.find(name => name === first)
    const isManaged = path[0] !== undefined && managed.includes(path[0])
    const fault = service && !isManaged ? faults.strike(service) : undefined
    // Read before any fault strikes: a slow service has got the order, even when the caller has given up.
    const text = await readText(request)
    const incoming = incomingOf(request, { path, text, fault: fault?.mode })
    const isShut = service !== undefined && isBehindDoor(service) && hasDoor && !incoming.certificate
    await answerWithFault({
      response,
      fault,
      handle: async () => {
        if (!service) return ownAddress(first, incoming)
        if (isShut && !isManaged) return refusal(403, 'certificate-needed')
        return toService(services[service], incoming)
      },
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

function refusalOf(error: unknown): Outgoing {
  if (error instanceof BodyTooLarge) return refusal(413, 'too-large', { Connection: 'close' })
  if (error instanceof BodyNotJson || error instanceof URIError) return refusal(400, 'malformed')
  return refusal(500, 'internal')
}
