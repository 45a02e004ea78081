import type { OutsideSystem } from '@brobygger/domain/outward'
import { CASE_INDEX_ENTITY } from './case-index/sf1470-case-index.js'
import { KOMBI_ENTITY } from './digital-post/digital-post.js'
import { clientCredentials } from './outbound/client-credentials.js'
import type { Endpoint } from './outbound/http-call.js'
import { connectionsTo } from './outbound/own-certificate.js'
import { stsTokens } from './outbound/sts-tokens.js'
import type { OutsideWorld } from './outside-world.js'

/** Where each system that speaks HTTP is, and what opens it to us. */
export function endpoints(world: OutsideWorld): Record<Exclude<OutsideSystem, 'email'>, Endpoint> {
  const { urls, own } = world
  const behindCertificate = (system: 'institutionRegister' | 'personEvents' | 'personRegister') => ({
    baseUrl: urls[system],
    dispatcher: connectionsTo(system, own),
  })
  return {
    institutionRegister: behindCertificate('institutionRegister'),
    personRegister: behindCertificate('personRegister'),
    personEvents: behindCertificate('personEvents'),
    schoolAbsence: schoolAbsence(world),
    familyCaseSystem: { baseUrl: urls.familyCaseSystem, dispatcher: connectionsTo('familyCaseSystem') },
    digitalPost: behindTokens('digitalPost', KOMBI_ENTITY, world),
    caseIndex: behindTokens('caseIndex', CASE_INDEX_ENTITY, world),
  }
}

function schoolAbsence({ urls, own, schoolClient }: OutsideWorld): Endpoint {
  const system = 'schoolAbsence'
  const dispatcher = connectionsTo(system, own)
  const tokens = schoolClient && clientCredentials({ system, dispatcher, ...schoolClient })
  return { baseUrl: urls.schoolAbsence, dispatcher, ...(tokens && { tokens }) }
}

/** A system that takes our certificate with a token of Adgangsstyring's. */
function behindTokens(
  system: 'digitalPost' | 'caseIndex',
  entityId: string,
  { urls, own, municipality: { cvr } }: OutsideWorld,
): Endpoint {
  const dispatcher = connectionsTo(system, own)
  const tokens =
    own &&
    stsTokens({ system, baseUrl: urls.sts, dispatcher }, { cvr, certificate: own.certificate, entityId })
  return { baseUrl: urls[system], dispatcher, ...(tokens && { tokens }) }
}
