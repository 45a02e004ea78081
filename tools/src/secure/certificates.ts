import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Authority, holdsFor } from '@brobygger/certificates'

/** Files of a server that proves who it is. */
export interface ServerCertificate {
  /** What vouches for it. */
  readonly ca: string
  readonly certificate: string
  readonly key: string
}

/** The name under which the server's parts know each other. */
export const SERVER_NAME = 'temporal.brobygger.internal'

/** A certificate with less left is made anew at the next start, in milliseconds. */
const LEFT = 30 * 86_400_000

/**
 * A certificate for a server on this machine, from an authority of its own, kept in a folder. The authority's key is
 * forgotten as soon as it has signed: nobody can make another certificate that is taken for this server's.
 */
export async function ensureCertificate(folder: string, now = new Date()): Promise<ServerCertificate> {
  const files = {
    ca: join(folder, 'ca.pem'),
    certificate: join(folder, 'server.pem'),
    key: join(folder, 'server.key'),
  }
  if (await holdsFor(files.certificate, LEFT, now)) return files
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const authority = await Authority.found({ name: 'CN=Brobygger on this machine', now })
  const { certificate, key } = await authority.issue({
    name: `CN=${SERVER_NAME}`,
    hosts: [SERVER_NAME, 'localhost', '127.0.0.1'],
    // Its parts are each other's clients.
    uses: ['server', 'client'],
  })
  await writeFile(files.ca, authority.certificate)
  await writeFile(files.key, key, { mode: 0o600 })
  // Last: as long as it is missing, or an old one, everything is made anew.
  await writeFile(files.certificate, certificate)
  return files
}
