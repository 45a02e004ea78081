import { Authority } from '@brobygger/certificates'
import type { DoorCertificates } from './door.js'

const DAY = 86_400_000

/** Who calls, as an OCES certificate of a function names them: made-up CVR and UUID. */
const CALLER =
  'CN=Brobygger, O=Bro Kommune, 2.5.4.97=NTRDK-12345678, 2.5.4.5=UI:DK-O:G:11111111-2222-4333-8444-555555555555, C=DK'

/** Everything that is needed to speak over the door: what it shows, and what a caller shows. */
export async function doorCertificates(hosts: readonly string[] = ['localhost', '127.0.0.1']): Promise<{
  door: DoorCertificates
  caller: { ca: string; certificate: string; key: string }
}> {
  const authority = await Authority.found({ name: 'CN=Simulators of Brobygger' })
  const past = { notBefore: new Date(Date.now() - 3 * DAY), notAfter: new Date(Date.now() - 2 * DAY) }
  const server = { name: 'CN=Simulators', hosts, uses: ['server'] } as const
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
