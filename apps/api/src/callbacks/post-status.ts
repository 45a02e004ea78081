import type { LetterNews } from '@brobygger/database'
import { convert, create } from 'xmlbuilder2'
import { z } from 'zod'

/** The event as the distributor (Beskedfordeler) hands it over: what it is about lies inside, in base64. */
const envelopeSchema = z.object({
  ModtagBeskedInput: z.object({
    Haendelsesbesked: z.object({ Beskeddata: z.object({ Base64: z.base64() }) }),
  }),
})

/** SF1601's PKO_PostStatus, as far as it is read. */
const statusSchema = z.object({
  PKO_PostStatus: z.object({
    /** A letter on paper may go by the number of its dispatch, which is the same. */
    MessageUUID: z.uuid().optional(),
    AfsendelseIdentifikator: z.uuid().optional(),
    TransaktionsDatoTid: z.iso.datetime({ offset: true }),
    TransaktionsStatusKode: z.string(),
    FejlDetaljer: z.object({ FejlKode: z.string().optional() }).optional(),
  }),
})

/** The code by which a recipient who is exempt is told apart; assumed, see decision 25. */
export const EXEMPT = '3001'

/**
 * What a message from the distributor says of a letter; null when it is of no step that matters, such as that Digital Post
 * or the printer has received it.
 * @throws Error when it is not what the distributor sends; says nothing of the content
 */
export function newsIn(xml: string): LetterNews | null {
  const { Base64 } = envelopeSchema.parse(objectOf(xml)).ModtagBeskedInput.Haendelsesbesked.Beskeddata
  const { PKO_PostStatus } = statusSchema.parse(objectOf(Buffer.from(Base64, 'base64').toString('utf8')))
  const { MessageUUID, AfsendelseIdentifikator, ...status } = PKO_PostStatus
  const { TransaktionsDatoTid, TransaktionsStatusKode, FejlDetaljer } = status
  const at = new Date(TransaktionsDatoTid).toISOString()
  const messageId = z
    .string()
    .parse(MessageUUID ?? AfsendelseIdentifikator)
    .toLowerCase()
  switch (TransaktionsStatusKode.toLowerCase()) {
    case 'afleveret digital post':
      return { messageId, status: 'delivered', why: null, at }
    case 'afsendt':
    case 'modtaget post danmark':
      return { messageId, status: 'posted', why: null, at }
    case 'fejlet': {
      const why = FejlDetaljer?.FejlKode === EXEMPT ? 'exempt' : 'undeliverable'
      return { messageId, status: 'returned', why, at }
    }
    default:
      return null
  }
}

/** What the distributor wants to hear: that it need not come again. */
export function taken(): string {
  const [sts, sagdok] = ['urn:oio:sts:1.0.0', 'urn:oio:sagdok:3.0.0']
  const root = create({ version: '1.0', encoding: 'UTF-8' }).ele(sts, 'sts:ModtagBeskedOutput')
  const answer = root.ele(sagdok, 'StandardRetur')
  answer.ele(sagdok, 'StatusKode').txt('20')
  answer.ele(sagdok, 'FejlbeskedTekst').txt('Ok')
  return root.end()
}

/** XML as an object, without the prefixes that its writer chose. */
function objectOf(xml: string): unknown {
  // No entities of its own: nothing that is read here has a use for them.
  if (/<!DOCTYPE/i.test(xml)) throw new Error('A document type')
  return withoutPrefixes(convert(xml, { format: 'object' }))
}

function withoutPrefixes(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !name.startsWith('@'))
      .map(([name, inner]) => [name.replace(/^.*:/, ''), textOf(withoutPrefixes(inner))]),
  )
}

/** An element with attributes keeps its text under a name of its own. */
const textOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && Object.keys(value).join() === '#'
    ? Object.values(value)[0]
    : value
