import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { limits, type OutsideSystem } from '@brobygger/domain/outward'
import { Agent } from 'undici'

/** How we prove who we are, and what proves who we talk to; PEM. OCES certificates in production. */
export interface OwnCertificate {
  /** What vouches for the systems. */
  readonly ca: string
  readonly certificate: string
  readonly key: string
}

/** Reads `ca.pem`, `client.pem` and `client.key` from a folder. */
export async function readOwnCertificate(folder: string): Promise<OwnCertificate> {
  const read = (name: string) => readFile(join(folder, name), 'utf8')
  const [ca, certificate, key] = await Promise.all([read('ca.pem'), read('client.pem'), read('client.key')])
  return { ca, certificate, key }
}

/** Connections to one system, as many as its limits allow, with our certificate where there is one. */
export function connectionsTo(system: OutsideSystem, own?: OwnCertificate): Agent {
  return new Agent({
    connections: limits[system].connections,
    ...(own === undefined ? {} : { connect: { ca: own.ca, cert: own.certificate, key: own.key } }),
  })
}
