import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, type Server } from 'node:https'
import type { Faults } from '../faults.js'
import { isBehindDoor, serviceNames } from '../services/service.js'

/** What the door shows and asks for, PEM. */
export type DoorCertificates = {
  /** What vouches for the callers. */
  ca: string
  server: { certificate: string; key: string }
  /** The same server's, after its time. */
  expired: { certificate: string; key: string }
}

/** A server over TLS that lets in only who shows a certificate. Under the fault `expiredCertificate` its own has ended. */
export function openDoor({
  certificates: { ca, server, expired },
  faults,
  handle,
}: {
  certificates: DoorCertificates
  faults: Faults
  handle: (request: IncomingMessage, response: ServerResponse) => void
}): Server {
  const ask = { ca, requestCert: true, rejectUnauthorized: true, minVersion: 'TLSv1.2' } as const
  const show = ({ certificate, key }: DoorCertificates['server']) => ({ ...ask, cert: certificate, key })
  const door = createServer(show(server), handle)
  const hasEnded = () =>
    serviceNames.some(name => isBehindDoor(name) && faults.holding(name)?.mode === 'expiredCertificate')
  let ended = false
  // Before the listener that begins to speak TLS: each new connection meets what holds then.
  door.prependListener('connection', () => {
    if (hasEnded() === ended) return
    ended = !ended
    door.setSecureContext(show(ended ? expired : server))
  })
  // A caller who is not let in is no fault of the server's.
  door.on('tlsClientError', () => undefined)
  return door
}
