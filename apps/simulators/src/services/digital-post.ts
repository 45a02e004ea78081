import { createHash, randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import XMLBuilder from 'fast-xml-builder'
import { XMLParser } from 'fast-xml-parser'
import { join } from 'node:path'
import { z } from 'zod'
import type { Incoming } from '../http/incoming.js'
import { type Outgoing, refusal } from '../http/outgoing.js'
import { Ledger } from '../ledger.js'
import { faultsOfKombiRequest } from '../xml/validate-xml.js'
import { seededPersons } from '../cpr/persons.js'
import type { FaultMode } from '../faults.js'
import type { AccessTokens } from './access-tokens.js'
import { type CallbackPlace, EXEMPT, type PostStatus, statusMessage, tell } from './post-status.js'
import type { Service } from './service.js'

/** For whom tokens of this service are. */
const ENTITY = 'http://entityid.kombit.dk/service/kombipostafsend/1'

/** The message as far as it is read here; its schema has been checked. */
const kombiSchema = z.object({
  kombi_request: z.object({
    Message: z.object({
      MessageHeader: z.object({
        messageUUID: z.string(),
        label: z.string(),
        Sender: z.object({ senderID: z.string() }),
        Recipient: z.object({ recipientID: z.string(), idType: z.string() }),
        ContentData: z.object({ CaseID: z.object({ caseID: z.string() }) }).optional(),
      }),
      MessageBody: z.object({
        MainDocument: z.object({ File: z.object({ encodingFormat: z.string(), content: z.string() }) }),
      }),
    }),
  }),
})

/** What the ledger keeps of a message: the recipient and the text only as a digest, for the ledger lies on a disk. */
type Posted = {
  caseId: string
  label: string
  sender: string
  recipient: string
  content: string
}
type Accepted = { messageId: string; transmissionId: string }

/** Who takes no Digital Post. */
const exempt = new Set(
  seededPersons.filter(({ hasDigitalPost }) => !hasDigitalPost).map(({ number }) => number),
)

const parser = new XMLParser({ removeNSPrefix: true, parseTagValue: false, ignoreAttributes: true })
const builder = new XMLBuilder({ format: false })

/** What stands in the ledger for what must not lie there. */
export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/**
 * Digital Post over SF1601: `POST /digital-post/service/KombiPostAfsend_1/kombi` with a MeMo message takes it in. A
 * message that comes again is the same message; what was in it must be the same. Later the distributor says what became
 * of it; whoever is exempt in the register gets nothing.
 */
export async function digitalPostService({
  directory,
  tokens,
  callback,
}: {
  directory: string
  tokens: AccessTokens
  /** Where it says what became of a message; nowhere when left out. */
  callback?: CallbackPlace
}): Promise<Service> {
  const ledger = await Ledger.open<Posted, Accepted>(join(directory, 'digital-post.jsonl'))

  const closing = new AbortController()

  /** What becomes of a message, in the order in which it is told. */
  function tellAll(messageId: string, number: string, fault: FaultMode | undefined): void {
    if (callback === undefined || fault === 'late') return
    const received: PostStatus = { code: 'Modtaget Digital Post' }
    const last: PostStatus = exempt.has(number)
      ? { code: 'Fejlet', faultCode: EXEMPT }
      : { code: 'Afleveret Digital Post' }
    const statuses = fault === 'double' ? [last, received, last] : [received, last]
    void (async () => {
      for (const status of statuses) {
        await tell(callback, statusMessage(messageId, status, new Date()), closing.signal)
      }
    })()
  }

  async function send({ text, header, certificate, fault }: Incoming): Promise<Outgoing> {
    if (certificate !== undefined && !tokens.opens(header('authorization'), certificate, ENTITY)) {
      return refusal(401, 'token')
    }
    if (!header('x-transaktionsid') || !header('x-transaktionstid')) return failed(400, 'TRANSAKTION_MANGLER')
    const faults = await faultsOfKombiRequest(text)
    if (faults.length > 0) return failed(400, 'SKEMAFEJL')
    const { Message } = kombiSchema.parse(parser.parse(text)).kombi_request
    const { messageUUID, label, Sender, Recipient, ContentData } = Message.MessageHeader
    const posted: Posted = {
      caseId: ContentData?.CaseID.caseID ?? '',
      label,
      sender: Sender.senderID,
      recipient: digestOf(Recipient.recipientID),
      content: digestOf(Message.MessageBody.MainDocument.File.content),
    }
    const entry = await ledger.once(messageUUID, posted, () => ({
      messageId: messageUUID,
      transmissionId: randomUUID(),
    }))
    if (!isDeepStrictEqual(entry.request, posted)) return failed(400, 'MESSAGE_UUID_GENBRUGT')
    tellAll(messageUUID, Recipient.recipientID, fault)
    return accepted(entry.answer)
  }

  return {
    effects: () => ledger.entries(),
    close: () => {
      closing.abort()
      return ledger.close()
    },
    handle: request => {
      const path = request.path.join('/')
      if (path !== 'service/KombiPostAfsend_1/kombi') return refusal(404, 'no-such-address')
      if (request.method !== 'POST') return refusal(405, 'method-not-allowed', { Allow: 'POST' })
      return send(request)
    },
  }
}

const answer = (status: number, kombi_response: object): Outgoing => ({
  status,
  type: 'application/xml; charset=utf-8',
  text: `<?xml version="1.0" encoding="UTF-8"?>${builder.build({ kombi_response })}`,
})

const accepted = ({ transmissionId }: Accepted) =>
  answer(200, {
    Result: true,
    TransmissionID: transmissionId,
    HovedoplysningerSvarREST: { SvarReaktion: { Advis: { AdvisId: '0', AdvisTekst: 'Received' } } },
  })

const failed = (status: number, FejlId: string) =>
  answer(status, {
    Result: false,
    HovedoplysningerSvarREST: {
      SvarReaktion: { Fejl: { FejlId, FejlTekst: 'Meddelelsen blev ikke modtaget' } },
    },
  })
