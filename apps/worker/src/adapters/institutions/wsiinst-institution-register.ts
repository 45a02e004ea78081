import { join } from 'node:path'
import { repositoryFolder } from '@brobygger/config'
import { z } from 'zod'
import { PortError } from '../../ports/errors.js'
import type { InstitutionRegister, RegisteredInstitution } from '../../ports/institution-register.js'
import type { Outside } from '../outbound/exchange.js'
import { soapCall, type Dialect } from '../outbound/soap-call.js'

const system = 'institutionRegister'
const wsdl = join(repositoryFolder, 'protocols', 'institutions', 'institution-lookup.wsdl')
const path = 'bpi/wsiinst/6'
const common = 'https://brugerdatabasen.stil.dk/bpi/common/3'

const number = z.string().regex(/^[A-Z0-9]{6}$/)

/** The answer, as far as it is read. */
const answerSchema = z.object({
  institution: z.object({
    instnr: number,
    instnavn: z.string().min(1),
    nedlagtdato: z.coerce.date().optional(),
    viderefoertinstnr: number.optional(),
  }),
})

/**
 * The institution register over wsiINST: SOAP 1.2 with our certificate.
 * @param systemId our system's id with the register (`UdbydersystemId`)
 */
export function wsiinstInstitutionRegister(
  endpoint: Omit<Outside, 'system'>,
  systemId: string,
): InstitutionRegister {
  const outside: Outside = { ...endpoint, system }
  const dialect: Dialect = {
    isSoap12: true,
    prepare: client => void client.addSoapHeader({ UdbydersystemId: systemId }, '', 'common', common),
  }
  return {
    find: async ({ institutionId }) => {
      // The register knows numbers of six characters alone; what is none is not sent anywhere.
      if (!number.safeParse(institutionId).success)
        throw new PortError({ system, code: 'not-found', reason: 'no-number' })
      const answer = await soapCall(outside, {
        wsdl,
        dialect,
        operation: 'hentInstitution',
        errand: { path, purpose: 'institution-check' },
        args: { instnr: institutionId },
      })
      if ('fault' in answer) throw errorOf(String(answer.fault))
      const parsed = answerSchema.safeParse(answer)
      if (!parsed.success) throw new PortError({ system, code: 'unavailable', reason: 'malformed' })
      return institutionOf(parsed.data)
    },
  }
}

/** What the register says in words. Anything it says that is not about this institution is an outage. */
function errorOf(said: string): PortError {
  if (said.includes('findes ikke')) return new PortError({ system, code: 'not-found', reason: 'fault' })
  if (said.includes('udgået')) return new PortError({ system, code: 'stale', reason: 'fault' })
  return new PortError({ system, code: 'unavailable', reason: 'fault' })
}

function institutionOf({ institution }: z.infer<typeof answerSchema>): RegisteredInstitution {
  const { instnr, instnavn, nedlagtdato, viderefoertinstnr } = institution
  const known = { id: instnr, name: instnavn }
  if (viderefoertinstnr !== undefined) return { ...known, status: 'merged', mergedInto: viderefoertinstnr }
  return { ...known, status: nedlagtdato !== undefined && nedlagtdato <= new Date() ? 'closed' : 'open' }
}
