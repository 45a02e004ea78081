import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Authority, holdsFor } from '@brobygger/certificates'
import type { DoorCertificates } from './door.js'

/** Everything that is needed to speak over the door: what it shows, and what a caller shows. */
type Certificates = {
  door: DoorCertificates
  caller: { ca: string; certificate: string; key: string }
}

const DAY = 86_400_000
/** Certificates with less left are made anew. */
const LEFT = 30 * DAY

/** Who calls, as an OCES certificate of a function names them: made-up CVR and UUID. */
const CALLER =
  'CN=Brobygger, O=Bro Kommune, 2.5.4.97=NTRDK-12345678, 2.5.4.5=UI:DK-O:G:11111111-2222-4333-8444-555555555555, C=DK'

/** Names under which the simulators are reached: on this machine, and among containers. */
const HOSTS = ['localhost', '127.0.0.1', 'simulators']

/** Makes them, from an authority whose key is forgotten. */
export async function doorCertificates(): Promise<Certificates> {
  const authority = await Authority.found({ name: 'CN=Simulators of Brobygger' })
  const past = { notBefore: new Date(Date.now() - 3 * DAY), notAfter: new Date(Date.now() - 2 * DAY) }
  const server = { name: 'CN=Simulators', hosts: HOSTS, uses: ['server'] } as const
  const ca = authority.certificate
  return {
    door: {
      ca,
      server: await authority.issue(server),
      expired: await authority.issue({ ...server, span: past }),
    },
    caller: { ca, ...(await authority.issue({ name: CALLER, uses: ['client'] })) },
  }
}

const names = ['server', 'expired', 'client'] as const

/** The same in a folder, where they are kept until they near their end. For development: production has its own. */
export async function ensureDoorCertificates(folder: string): Promise<void> {
  if (await holdsFor(join(folder, 'client.pem'), LEFT)) return
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const { door, caller } = await doorCertificates()
  const issued = { server: door.server, expired: door.expired, client: caller }
  await writeFile(join(folder, 'ca.pem'), door.ca)
  for (const name of names) {
    await writeFile(join(folder, `${name}.key`), issued[name].key, { mode: 0o600 })
    // The client's is last: as long as it is missing, everything is made anew.
    await writeFile(join(folder, `${name}.pem`), issued[name].certificate)
  }
}

/** Reads what the door shows and asks for. */
export async function readDoorCertificates(folder: string): Promise<DoorCertificates> {
  const read = (name: string) => readFile(join(folder, name), 'utf8')
  const pair = async (name: string) => ({
    certificate: await read(`${name}.pem`),
    key: await read(`${name}.key`),
  })
  return { ca: await read('ca.pem'), server: await pair('server'), expired: await pair('expired') }
}
