import { createHash, randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { join } from 'node:path'
import { repositoryFolder } from '@brobygger/config'
import { z } from 'zod'
import type { Incoming } from '../http/incoming.js'
import { json, type Outgoing, refusal } from '../http/outgoing.js'
import { Ledger } from '../ledger.js'
import { soapAnswers } from '../xml/soap-server.js'
import type { AccessTokens } from './access-tokens.js'
import {
  nameOf,
  partyOf,
  registrationSchema,
  responsibleOf,
  shownAs,
  type Registration,
} from './case-index-object.js'
import type { Service } from './service.js'

const PATH = '/sagdokumentindeks/6'

/** For whom tokens of this service are. */
const ENTITY = 'http://entityid.kombit.dk/service/sdi/sagdokumentindeks/6'

const uuid = z.string().regex(/^[a-f0-9]{8}(-[a-f0-9]{4}){3}-[a-f0-9]{12}$/)
const list = <T extends z.ZodType>(item: T) => z.union([z.array(item), item.transform(one => [one])])

const importSchema = z.object({
  SagIndeks: list(
    z.object({ UUIDIdentifikator: uuid, Registrering: list(registrationSchema) }).transform(one => ({
      uuid: one.UUIDIdentifikator,
      registration: one.Registrering.at(-1),
    })),
  ),
})
const removeSchema = z.object({ SagUuid: list(z.object({ UUIDIdentifikator: uuid })) })
const searchSchema = z.object({
  SoegUdtryk: z.object({
    SoegSag: list(z.object({ RelationListe: z.object({ Sagspart: list(z.unknown()) }) })),
  }),
  Filter: z.object({ SagVis: list(z.object({ Vis: z.string() })) }),
})

/** A case of another system, put in by whoever tries the index out. */
const elsewhereSchema = z.strictObject({
  uuid,
  caseNumber: z.string(),
  number: z.string().regex(/^\d{10}$/),
  unit: uuid,
  unitName: z.string(),
})

export type CaseElsewhere = z.infer<typeof elsewhereSchema>

/** What the ledger keeps of a case: its person only as a digest, for the ledger lies on a disk. */
type Indexed = {
  uuid: string
  caseId: string
  title: string
  progress: string
  class: string
  unit: string
  unitName: string
  person: string
}

const digestOf = (text: string) => createHash('sha256').update(text).digest('hex')
const CPR = 'urn:oio:cpr-nr:'

/**
 * The case index, SF1470: `POST /case-index/sagdokumentindeks/6` takes cases in, finds them by a person's number and takes
 * them out, for whoever brings a token. The same case under the same UUID is a new state of it; another case under it is
 * refused. `POST /case-index/publish` puts in a case of another system.
 */
export async function caseIndexService({
  directory,
  tokens,
}: {
  directory: string
  tokens: AccessTokens
}): Promise<Service> {
  const ledger = await Ledger.open<Indexed, object>(join(directory, 'case-index.jsonl'))
  /** One change after the other: what is compared with is what stands there. */
  let last: Promise<unknown> = Promise.resolve()
  const cases = () => new Map(ledger.entries().map(({ request }) => [request.uuid, request]))

  /** A state that the index has already changes nothing: whoever repeats a call is told the same. */
  function keep(indexed: Indexed): Promise<boolean> {
    const turn = last.then(() => keepOne(indexed))
    last = turn.catch(() => undefined)
    return turn
  }

  async function keepOne(indexed: Indexed): Promise<boolean> {
    const known = cases().get(indexed.uuid)
    if (known !== undefined && known.caseId !== indexed.caseId) return false
    if (!isDeepStrictEqual(known, indexed)) {
      await ledger.once(`${indexed.uuid}/${randomUUID()}`, indexed, () => ({}))
    }
    return true
  }

  const answers = await soapAnswers(
    join(repositoryFolder, 'protocols', 'case-index', 'case-index.wsdl'),
    PATH,
    {
      SagDokumentIndeksService: {
        SagDokumentIndeksPort: {
          importer: async (args: unknown) => {
            const asked = importSchema.safeParse(args)
            if (!asked.success) return { StandardRetur: returned(40, 'Ugyldigt input') }
            const UnikRetur = []
            for (const { uuid: id, registration } of asked.data.SagIndeks) {
              const indexed = registration && indexedOf(id, registration)
              const isKept = indexed !== undefined && (await keep(indexed))
              UnikRetur.push({
                ...(isKept ? returned(20, 'OK') : returned(40, 'UUID er brugt til en anden sag')),
                ...{ Type: 'Sag', UUIDIdentifikator: id },
              })
            }
            return { UnikRetur }
          },
          fjern: async (args: unknown) => {
            const asked = removeSchema.safeParse(args)
            if (!asked.success) return { StandardRetur: returned(40, 'Ugyldigt input') }
            const UnikRetur = []
            for (const { UUIDIdentifikator: id } of asked.data.SagUuid) {
              const isThere = cases().has(id)
              const key = `${id}/${randomUUID()}`
              if (isThere) await ledger.forget(key, ({ request }) => request.uuid === id)
              UnikRetur.push({
                ...(isThere ? returned(20, 'OK') : returned(44, 'Objektet findes ikke')),
                ...{ Type: 'Sag', UUIDIdentifikator: id },
              })
            }
            return { UnikRetur }
          },
          fremsoeg: (args: unknown) => {
            const asked = searchSchema.safeParse(args)
            if (!asked.success) return { StandardRetur: returned(40, 'Ugyldigt input') }
            const [party] = asked.data.SoegUdtryk.SoegSag.flatMap(one => one.RelationListe.Sagspart)
            const person = digestOf(partyOf(party) ?? '')
            const found = [...cases().values()].filter(one => one.person === person)
            if (found.length === 0) return { StandardRetur: returned(44, 'Ingen sager fundet') }
            const shown = asked.data.Filter.SagVis.map(({ Vis }) => Vis)
            return {
              StandardRetur: returned(20, 'OK'),
              SagFiltreretOejebliksbillede: found.map(one => shownAs(one, shown)),
            }
          },
        },
      },
    },
  )

  async function publish({ body }: Incoming): Promise<Outgoing> {
    const parsed = elsewhereSchema.safeParse(body)
    if (!parsed.success) return refusal(422, 'invalid')
    const { uuid: id, caseNumber, number, unit, unitName } = parsed.data
    const elsewhere = { caseId: caseNumber, title: 'Sag', progress: 'Opstaaet', class: '' }
    await keep({ uuid: id, ...elsewhere, unit, unitName, person: digestOf(`${CPR}${number}`) })
    return json(200, {})
  }

  return {
    effects: () => ledger.entries(),
    close: () => ledger.close(),
    handle: request => {
      const path = request.path.join('/')
      if (path === 'publish' && request.method === 'POST') return publish(request)
      if (`/${path}` !== PATH || request.method !== 'POST') return refusal(404, 'no-such-address')
      const { certificate, header, text } = request
      if (certificate !== undefined && !tokens.opens(header('authorization'), certificate, ENTITY))
        return refusal(401, 'token')
      if (!/TransactionUUID>[^<]+</.test(text)) return refusal(400, 'transaction-missing')
      return answers(request)
    },
  }
}

const returned = (StatusKode: number, FejlbeskedTekst: string) => ({ StatusKode, FejlbeskedTekst })

function indexedOf(id: string, registration: Registration): Indexed {
  const [properties] = registration.AttributListe.Egenskaber
  const [progress] = registration.TilstandListe.Fremdrift
  const [subject] = registration.RelationListe.Sagsklasse
  const responsible = responsibleOf(registration)
  return {
    uuid: id,
    caseId: properties?.Sagsnummer ?? '',
    title: properties?.Titel ?? '',
    progress: progress?.FremdriftStatusKode ?? '',
    class: subject?.LokalUdvidelseListe?.SagsklasseLokalUdvidelse?.BrugervendtNoegle ?? '',
    unit: responsible?.ReferenceID?.UUIDIdentifikator ?? '',
    unitName: nameOf(responsible) ?? '',
    person: digestOf(partyOf(registration.RelationListe.Sagspart[0]) ?? ''),
  }
}
