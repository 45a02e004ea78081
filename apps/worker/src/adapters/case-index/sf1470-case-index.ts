import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { repositoryFolder } from '@brobygger/config'
import { z } from 'zod'
import type { CaseIndex, IndexedCase } from '../../ports/case-index.js'
import { PortError } from '../../ports/errors.js'
import type { Outside } from '../outbound/exchange.js'
import { soapCall, type Dialect } from '../outbound/soap-call.js'
import { uuidOfKey } from '../outbound/uuid-of-key.js'
import { caseObject, personUrn, roles, type IndexOwner } from './case-object.js'

const system = 'caseIndex'
const wsdl = join(repositoryFolder, 'protocols', 'case-index', 'case-index.wsdl')

/** Entity id of the service, for which tokens are asked. */
export const CASE_INDEX_ENTITY = 'http://entityid.kombit.dk/service/sdi/sagdokumentindeks/6'

/** The standard's answers, by their codes. */
const [DONE, NOT_THERE] = [20, 44]

const list = <T extends z.ZodType>(item: T) =>
  z.union([z.array(item), item.transform(one => [one])]).optional()
const returned = z.object({ StatusKode: z.coerce.number() })

/** What is said of each object; where the call as a whole failed, of all. */
const outcomeSchema = z.object({ UnikRetur: list(returned), StandardRetur: list(returned) })

const actor = z.object({
  Rolle: z.object({ UUIDIdentifikator: z.string() }),
  ReferenceID: z.object({ UUIDIdentifikator: z.string().optional() }).nullish(),
})
const foundSchema = z.object({
  StandardRetur: returned,
  SagFiltreretOejebliksbillede: list(
    z.object({
      ObjektType: z.object({ UUIDIdentifikator: z.string() }),
      Registrering: list(z.object({ RelationListe: z.object({ Sagsaktoer: list(actor) }).nullish() })),
    }),
  ),
})

/**
 * The case index over SF1470: SOAP with our certificate and a token. A case that comes again under the same UUID is a new
 * state of it.
 */
export function sf1470CaseIndex(endpoint: Omit<Outside, 'system'>, owner: IndexOwner): CaseIndex {
  const outside: Outside = { ...endpoint, system }
  const call = async (
    operation: 'importer' | 'fjern' | 'fremsoeg',
    { args, caseId, purpose, key }: { args: object; caseId: string; purpose: string; key?: string },
  ) => {
    const answer = await soapCall(outside, {
      wsdl,
      dialect,
      operation,
      args,
      errand: { path: 'sagdokumentindeks/6', purpose, caseId, ...(key === undefined ? {} : { key }) },
    })
    if ('fault' in answer) throw new PortError({ system, code: 'unavailable', reason: 'fault' })
    return answer
  }
  return {
    keep: async entry => {
      const { key, caseId } = entry
      const args = { SagIndeks: caseObject(uuidOfKey(key), entry, owner) }
      expectDone(await call('importer', { args, caseId, key, purpose: 'case-index' }), [DONE])
      return { indexed: true }
    },
    remove: async ({ key, caseId }) => {
      const args = { SagUuid: { UUIDIdentifikator: uuidOfKey(key) } }
      expectDone(await call('fjern', { args, caseId, key, purpose: 'case-index' }), [DONE, NOT_THERE])
    },
    search: async ({ cprNumber, caseId, purpose, except }) => {
      const party = { Sagspart: { ReferenceID: personUrn(cprNumber) } }
      const args = {
        SoegUdtryk: { SoegSag: { AttributListe: {}, TilstandListe: {}, RelationListe: party } },
        Filter: { SagVis: { Vis: 'sagsaktoer' } },
      }
      const found = foundSchema.safeParse(await call('fremsoeg', { args, caseId, purpose }))
      if (!found.success) throw new PortError({ system, code: 'unavailable', reason: 'malformed' })
      const { StandardRetur, SagFiltreretOejebliksbillede: cases = [] } = found.data
      expectCodes([StandardRetur], [DONE, NOT_THERE])
      const ours = new Set(except.map(uuidOfKey))
      return cases
        .filter(({ ObjektType }) => !ours.has(ObjektType.UUIDIdentifikator))
        .map(({ Registrering = [] }): IndexedCase => ({
          unit: responsibleIn(Registrering.at(-1)?.RelationListe?.Sagsaktoer ?? []),
        }))
    },
  }
}

const responsibleIn = (actors: readonly z.infer<typeof actor>[]): string | null =>
  actors.find(({ Rolle }) => Rolle.UUIDIdentifikator === roles.responsible)?.ReferenceID?.UUIDIdentifikator ??
  null

function expectDone(answer: object, codes: readonly number[]): void {
  const outcome = outcomeSchema.safeParse(answer)
  const said = [...(outcome.data?.UnikRetur ?? []), ...(outcome.data?.StandardRetur ?? [])]
  // An answer that says nothing of the case is none.
  if (said.length === 0) throw new PortError({ system, code: 'unavailable', reason: 'malformed' })
  expectCodes(said, codes)
}

function expectCodes(said: readonly z.infer<typeof returned>[], codes: readonly number[]): void {
  const other = said.find(({ StatusKode }) => !codes.includes(StatusKode))?.StatusKode
  if (other === undefined) return
  const code = other >= 40 && other < 50 ? 'refused' : 'unavailable'
  throw new PortError({ system, code, reason: `code-${String(other)}` })
}

/** Every message has an id of its own, by which KOMBIT and we find it in both logs. */
const dialect: Dialect = {
  isSoap12: false,
  prepare: client => client.addSoapHeader(requestHeader),
}
const requestHeader = () =>
  `<RequestHeader xmlns="http://kombit.dk/xml/schemas/RequestHeader/1/"><TransactionUUID>${randomUUID()}</TransactionUUID></RequestHeader>`
