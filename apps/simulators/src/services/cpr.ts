import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { repositoryFolder } from '@brobygger/config'
import { z } from 'zod'
import { inventedPerson, lives, type Person, personSchema, seededPersons } from '../cpr/persons.js'
import type { Incoming } from '../http/incoming.js'
import { json, type Outgoing, refusal } from '../http/outgoing.js'
import { Ledger } from '../ledger.js'
import { soapAnswers, SoapFault } from '../xml/soap-server.js'
import type { Service } from './service.js'

const PATH = '/service/CPR/PersonBaseDataExtended/4'

const uuid = z.string().regex(/^[a-f0-9]{8}(-[a-f0-9]{4}){3}-[a-f0-9]{12}$/)

/** What is asked; who asks, and why, is written down. */
const lookupSchema = z.object({
  InvocationContext: z.object({
    ServiceAgreementUUID: uuid,
    UserSystemUUID: uuid,
    UserUUID: uuid,
    ServiceUUID: uuid,
    CallersServiceCallIdentifier: z.string().min(1),
    AccountingInfo: z.string().min(1),
  }),
  PNR: z.string(),
})

/** A change of a person: the whole of what is different from now on. A new number with a name is somebody new. */
const changeSchema = personSchema.partial().required({ number: true })
type Change = z.infer<typeof changeSchema>

/** What the ledger keeps of a look-up: the number only as a digest. */
type Asked = { caseId: string; purpose: string; person: string } | { change: Change }

const digestOf = (number: string) => createHash('sha256').update(number).digest('hex')

/**
 * CPR. `POST /cpr/service/CPR/PersonBaseDataExtended/4` is SF1520 PersonLookup. `PUT /cpr/persons` changes or adds a person, and
 * `GET /cpr/events` gives every change so far, oldest first. Under the fault `stale` it answers as it did at its start.
 */
export async function cprService(directory: string): Promise<Service> {
  const ledger = await Ledger.open<Asked, object>(join(directory, 'cpr.jsonl'))
  const persons = new Map(seededPersons.map(person => [person.number, person]))
  const seeded = new Map(persons)
  const apply = (change: Change) => {
    const known = persons.get(change.number) ?? (change.name === undefined ? undefined : lives)
    if (known) persons.set(change.number, personSchema.parse({ ...known, ...change }))
    return known !== undefined
  }
  for (const { request } of ledger.entries()) if ('change' in request) apply(request.change)

  let isStale = false
  let calls = ledger.entries().length
  const answers = await soapAnswers(join(repositoryFolder, 'protocols', 'cpr', 'person-lookup.wsdl'), PATH, {
    PersonBaseDataExtendedService: {
      PersonBaseDataExtendedPort: {
        PersonLookup: async (args: unknown) => {
          const asked = lookupSchema.safeParse(args)
          if (!asked.success) throw new SoapFault('CONTEXT', 'Invalid invocation context')
          const { InvocationContext: context, PNR } = asked.data
          const person = (isStale ? seeded : persons).get(PNR) ?? inventedPerson(PNR)
          await ledger.once(
            `lookup-${(calls += 1)}`,
            {
              caseId: context.CallersServiceCallIdentifier,
              purpose: context.AccountingInfo,
              person: digestOf(PNR),
            },
            () => ({}),
          )
          if (person === undefined) throw new SoapFault('5', 'PNR not found')
          if (person.isSecret) throw new SoapFault('6', 'PNR protected')
          return answerOf(person)
        },
      },
    },
  })

  async function change({ body }: Incoming): Promise<Outgoing> {
    const parsed = changeSchema.safeParse(body)
    if (!parsed.success) return refusal(422, 'invalid')
    if (!apply(parsed.data)) return refusal(404, 'not-found')
    await ledger.once(`change-${(calls += 1)}`, { change: parsed.data }, () => ({}))
    return json(200, persons.get(parsed.data.number))
  }

  return {
    effects: () => ledger.entries(),
    close: () => ledger.close(),
    handle: request => {
      const path = request.path.join('/')
      if (path === 'persons' && request.method === 'PUT') return change(request)
      if (path === 'events' && request.method === 'GET') {
        return json(
          200,
          ledger
            .entries()
            .flatMap(({ at, key, request: asked }) => ('change' in asked ? [{ at, key, ...asked }] : [])),
        )
      }
      if (`/${path}` !== PATH || request.method !== 'POST') return refusal(404, 'no-such-address')
      isStale = request.fault === 'stale'
      return answers(request)
    },
  }
}

function answerOf(person: Person): object {
  const { number, current, name, status, isProtected, municipality, address, postalCode } = person
  return {
    persondata: {
      personnummer: number,
      ...(current === undefined ? {} : { gaeldendePersonnummer: current }),
      navn: { personadresseringsnavn: name },
      antalBoernUnder18: 0,
      status: { status },
      adressebeskyttelse: { beskyttet: isProtected },
      tilmeldtDigitalpost: person.hasDigitalPost,
    },
    adresse: {
      aktuelAdresse: { kommunekode: municipality, postnummer: postalCode, standardadresse: address },
    },
    relationer: {
      foraeldremyndighed: person.custody.map(({ type, number: holder }) => ({
        foraeldremyndighedtype: type,
        relationPersonnummer: holder,
      })),
    },
  }
}
