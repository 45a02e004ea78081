import { createHmac, randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import XMLBuilder from 'fast-xml-builder'

/** What SF1601 says of a message later, as PKO_PostStatus has it. */
export type PostStatus = {
  channel: 'Digital Post' | 'Fysisk Post'
  code: (typeof digitalPost | typeof onPaper)[number] | 'Fejlet'
  faultCode?: string
}

/** What is told of a message, and of a letter on paper, on its way, in order. */
export const digitalPost = ['Modtaget Digital Post', 'Afleveret Digital Post'] as const
export const onPaper = [
  'Modtaget Fjern-print',
  'Klar',
  'Afleveret til print og kuvertering',
  'Afsendt',
] as const

/** Where statuses are told, and with which secret they are signed. */
export type CallbackPlace = { url: string; secret: string }

/** By this code a recipient who is exempt from Digital Post is told apart: assumed, no public source has it. */
export const EXEMPT = '3001'

/** How long the distributor waits before it tells something again that was not taken, in milliseconds. */
const AGAIN = [500, 1_000, 2_000, 5_000, 15_000, 60_000]

const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@' })
const xml = (content: object): string => `<?xml version="1.0" encoding="UTF-8"?>${builder.build(content)}`

/** The distributor's envelope around a status. */
export function statusMessage(messageId: string, { channel, code, faultCode }: PostStatus, at: Date): string {
  const status = xml({
    'ns:PKO_PostStatus': {
      '@xmlns:ns': 'http://serviceplatformen.dk/xml/print/PKO_PostStatus/1/types',
      'ns:TransmissionId': randomUUID(),
      ...(channel === 'Digital Post'
        ? { 'ns:MessageUUID': messageId }
        : { 'ns:AfsendelseIdentifikator': messageId }),
      'ns:KanalKode': channel,
      'ns:TransaktionsDatoTid': at.toISOString(),
      'ns:TransaktionsStatusKode': code,
      ...(faultCode === undefined
        ? {}
        : { 'ns:FejlDetaljer': { 'ns:FejlKode': faultCode, 'ns:FejlTekst': 'Kunne ikke afleveres' } }),
    },
  })
  return xml({
    ModtagBeskedInput: {
      '@xmlns': 'urn:oio:sts:1.0.0',
      Haendelsesbesked: {
        BeskedId: { UUIDIdentifikator: randomUUID() },
        Beskeddata: { Base64: Buffer.from(status).toString('base64') },
      },
    },
  })
}

/** Tells a status until it is taken, or has been tried often enough; gives whether it was taken. */
export async function tell(
  { url, secret }: CallbackPlace,
  body: string,
  signal: AbortSignal,
): Promise<boolean> {
  for (const pause of [0, ...AGAIN]) {
    try {
      await wait(pause, undefined, { signal, ref: false })
      const seconds = Math.floor(Date.now() / 1_000)
      const digest = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/xml', 'X-Signature': `t=${seconds},v1=${digest}` },
        body,
        signal: AbortSignal.any([signal, AbortSignal.timeout(5_000)]),
      })
      if (response.ok) return true
    } catch {
      if (signal.aborted) return false
    }
  }
  return false
}
