import { join } from 'node:path'
import { repositoryFolder } from '@brobygger/config'
import { z } from 'zod'
import type { PersonStatus } from '@brobygger/domain/codes'
import { PortError } from '../../ports/errors.js'
import type { CustodyHolder, PersonRegister, RegisteredPerson } from '../../ports/person-register.js'
import type { Outside } from '../outbound/exchange.js'
import { soapCall } from '../outbound/soap-call.js'

/** By which agreements we ask: UUIDs, as the municipality has them from Serviceplatformen. */
export interface InvocationContext {
  readonly serviceAgreement: string
  readonly userSystem: string
  readonly user: string
  readonly service: string
}

const system = 'personRegister'
const wsdl = join(repositoryFolder, 'protocols', 'cpr', 'person-lookup.wsdl')

const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform(text => text === 'true')])
const list = <T extends z.ZodType>(item: T) => z.union([z.array(item), item.transform(one => [one])])
const number = z.string().regex(/^\d{10}$/)

/** The answer, as far as it is read. */
const answerSchema = z.object({
  persondata: z.object({
    personnummer: number,
    gaeldendePersonnummer: number.optional(),
    navn: z.object({ personadresseringsnavn: z.string() }).optional(),
    status: z.object({ status: z.coerce.number() }),
    adressebeskyttelse: z.object({ beskyttet: flag.optional() }).optional(),
    tilmeldtDigitalpost: flag.optional(),
  }),
  adresse: z
    .object({
      aktuelAdresse: z
        .object({ kommunekode: z.coerce.number(), postnummer: z.string(), standardadresse: z.string() })
        .optional(),
    })
    .nullish(),
  relationer: z
    .object({
      foraeldremyndighed: list(
        z.object({ foraeldremyndighedtype: z.coerce.number(), relationPersonnummer: number.optional() }),
      ).optional(),
    })
    .nullish(),
})

/** The register's own codes: SF1520, `statusType` and `foraeldremyndighedType`. */
const statuses: Partial<Record<number, PersonStatus>> = {
  1: 'active',
  3: 'active',
  5: 'active',
  7: 'active',
  20: 'noResidence',
  50: 'active',
  60: 'active',
  70: 'missing',
  80: 'emigrated',
  90: 'dead',
}
const ANNULLED = 30
const relations: Partial<Record<number, CustodyHolder['relation']>> = { 3: 'mother', 4: 'father' }

/** CPR over SF1520 PersonLookup: SOAP with our certificate. Purpose and case go along for the register's log. */
export function sf1520PersonRegister(
  endpoint: Omit<Outside, 'system'>,
  context: InvocationContext,
): PersonRegister {
  const outside: Outside = { ...endpoint, system }
  return {
    lookUp: async ({ cprNumber, purpose, caseId }) => {
      const answer = await soapCall(outside, {
        wsdl,
        operation: 'PersonLookup',
        errand: { path: 'service/CPR/PersonBaseDataExtended/4', purpose, caseId },
        args: {
          InvocationContext: {
            ServiceAgreementUUID: context.serviceAgreement,
            UserSystemUUID: context.userSystem,
            UserUUID: context.user,
            ServiceUUID: context.service,
            CallersServiceCallIdentifier: caseId,
            AccountingInfo: purpose,
          },
          PNR: cprNumber,
        },
      })
      if ('fault' in answer) throw errorOf(String(answer.fault))
      const parsed = answerSchema.safeParse(answer)
      if (!parsed.success) throw new PortError({ system, code: 'unavailable', reason: 'malformed' })
      return personOf(parsed.data)
    },
  }
}

/** What the register says in words. Anything it says that is not about this person is an outage: somebody mends it. */
function errorOf(said: string): PortError {
  if (said.includes('PNR not found')) return new PortError({ system, code: 'not-found', reason: 'fault' })
  if (said.includes('PNR protected')) return new PortError({ system, code: 'protected', reason: 'fault' })
  return new PortError({ system, code: 'unavailable', reason: 'fault' })
}

function personOf({ persondata, adresse, relationer }: z.infer<typeof answerSchema>): RegisteredPerson {
  const code = persondata.status.status
  if (code === ANNULLED) throw new PortError({ system, code: 'stale', reason: 'annulled' })
  const status = statuses[code]
  if (status === undefined) throw new PortError({ system, code: 'unavailable', reason: 'malformed' })
  const isProtected = persondata.adressebeskyttelse?.beskyttet ?? false
  const address = adresse?.aktuelAdresse
  return {
    cprNumber: persondata.gaeldendePersonnummer ?? persondata.personnummer,
    name: persondata.navn?.personadresseringsnavn ?? null,
    status,
    isProtected,
    address:
      address === undefined || isProtected
        ? null
        : {
            municipality: String(address.kommunekode).padStart(3, '0'),
            line: address.standardadresse,
            postalCode: address.postnummer,
          },
    custody: (relationer?.foraeldremyndighed ?? []).map(
      ({ foraeldremyndighedtype, relationPersonnummer }) => ({
        relation: relations[foraeldremyndighedtype] ?? 'other',
        cprNumber: relationPersonnummer ?? null,
      }),
    ),
    hasDigitalPost: persondata.tilmeldtDigitalpost ?? false,
  }
}
