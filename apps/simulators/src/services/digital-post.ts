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
import { type Person, seededPersons } from '../cpr/persons.js'
import type { FaultMode } from '../faults.js'
import type { AccessTokens } from './access-tokens.js'
import {
  type CallbackPlace,
  digitalPost,
  EXEMPT,
  onPaper,
  type PostStatus,
  statusMessage,
  tell,
} from './post-status.js'
import type { Service } from './service.js'

/** For whom tokens of this service are. */
const ENTITY = 'http://entityid.kombit.dk/service/kombipostafsend/1'

/** The message as far as it is read here; its schema has been checked. */
const kombiSchema = z.object({
  kombi_request: z.object({
    KombiValgKode: z.string(),
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
    ForsendelseI: z
      .object({
        AfsendelseIdentifikator: z.string(),
        ForsendelseModtager: z.object({
          AfsendelseModtager: z.object({ CPRnummerIdentifikator: z.string() }),
        }),
        MeddelelseIndholdData: z.string(),
      })
      .optional(),
  }),
})

/** What the ledger keeps of a message: the recipient and the text only as a digest, for the ledger lies on a disk. */
type Posted = {
  caseId: string
  label: string
  sender: string
  recipient: string
  content: string
  /** What would be printed; null where nothing may be. */
  onPaper: string | null
}
type Accepted = { messageId: string; transmissionId: string }

const numbersOf = (which: (person: Person) => boolean) =>
  new Set(seededPersons.filter(which).map(({ number }) => number))
/** Who takes no Digital Post. */
const exempt = numbersOf(({ hasDigitalPost }) => !hasDigitalPost)
/** Whom the post does not find. */
const gone = numbersOf(({ status }) => status !== 1)

/** What becomes of a message, in the order in which it is told. */
function fateOf(number: string, mayPrint: boolean): PostStatus[] {
  const [received, delivered] = digitalPost
  if (!exempt.has(number)) {
    return [received, delivered].map(code => ({ channel: 'Digital Post', code }))
  }
  if (!mayPrint) {
    return [
      { channel: 'Digital Post', code: received },
      { channel: 'Digital Post', code: 'Fejlet', faultCode: EXEMPT },
    ]
  }
  const posted: PostStatus[] = onPaper.map(code => ({ channel: 'Fysisk Post', code }))
  return gone.has(number) ? [...posted, { channel: 'Fysisk Post', code: 'Fejlet' }] : posted
}

const parser = new XMLParser({ removeNSPrefix: true, parseTagValue: false, ignoreAttributes: true })
const builder = new XMLBuilder({ format: false })

/** What stands in the ledger for what must not lie there. */
export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/**
 * Digital Post over SF1601: `POST /digital-post/service/KombiPostAfsend_1/kombi` with a MeMo message takes it in. A
 * message that comes again is the same message; what was in it must be the same. Later the distributor says what became
 * of it; whoever is exempt in the register gets it on paper, where it may be printed, and else nothing.
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

  function tellAll(messageId: string, fate: readonly PostStatus[], fault: FaultMode | undefined): void {
    if (callback === undefined || fault === 'late') return
    const statuses = fault === 'double' ? [...fate].reverse().concat(fate) : fate
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
    const { KombiValgKode, Message, ForsendelseI } = kombiSchema.parse(parser.parse(text)).kombi_request
    // Who may be printed for is told apart by the code; then the letter on paper is to be there, to the same person.
    const mayPrint = KombiValgKode === 'Automatisk Valg'
    if (mayPrint !== (ForsendelseI !== undefined)) return failed(400, 'FORSENDELSE_MANGLER')
    const { messageUUID, label, Sender, Recipient, ContentData } = Message.MessageHeader
    const posted: Posted = {
      caseId: ContentData?.CaseID.caseID ?? '',
      label,
      sender: Sender.senderID,
      recipient: digestOf(Recipient.recipientID),
      content: digestOf(Message.MessageBody.MainDocument.File.content),
      onPaper: ForsendelseI === undefined ? null : digestOf(ForsendelseI.MeddelelseIndholdData),
    }
    const entry = await ledger.once(messageUUID, posted, () => ({
      messageId: messageUUID,
      transmissionId: randomUUID(),
    }))
    if (!isDeepStrictEqual(entry.request, posted)) return failed(400, 'MESSAGE_UUID_GENBRUGT')
    tellAll(messageUUID, fateOf(Recipient.recipientID, mayPrint), fault)
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
