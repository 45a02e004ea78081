import { z } from 'zod'
import { PortError } from '../../ports/errors.js'
import { exchange, type Outside } from './exchange.js'
import { Tokens, type Token } from './tokens.js'

/** Who asks for access, and to what. */
export interface StsClient {
  /** The authority on whose behalf: eight digits. */
  readonly cvr: string
  /** Our certificate, PEM: the token is for the holder of its key alone. */
  readonly certificate: string
  /** Entity id of the service that is to be opened. */
  readonly entityId: string
}

const WS_TRUST = 'http://docs.oasis-open.org/ws-sx/ws-trust/200512'
const SAML = 'http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.1#SAMLV2.0'

const assertionSchema = z.object({ RequestedSecurityToken: z.object({ Assertion: z.string().min(1) }) })
const tokenSchema = z.object({
  access_token: z.string().min(1),
  token_type: z.string().min(1),
  expires_in: z.number().positive(),
})

/**
 * The tokens that open a service on Serviceplatformen: an assertion from Adgangsstyring, exchanged for an access token.
 * Whatever goes wrong is an outage of the system that was to be opened, `token-…`: somebody mends our access, and the case
 * goes on.
 */
export function stsTokens(sts: Outside, client: StsClient): Tokens {
  return new Tokens(async () => {
    try {
      return await ask(sts, client)
    } catch (error) {
      const reason = error instanceof PortError ? error.reason : 'malformed'
      throw new PortError({ system: sts.system, code: 'unavailable', reason: `token-${reason}` })
    }
  })
}

async function ask(sts: Outside, { cvr, certificate, entityId }: StsClient): Promise<Token> {
  const issued = await exchange(sts, {
    method: 'POST',
    path: 'runtime/api/rest/wstrust/v1/issue',
    purpose: 'access',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
    body: JSON.stringify({
      TokenType: SAML,
      RequestType: `${WS_TRUST}/Issue`,
      KeyType: `${WS_TRUST}/PublicKey`,
      AnvenderKontekst: { Cvr: cvr },
      UseKey: onOneLine(certificate),
      AppliesTo: { EndpointReference: { Address: entityId } },
      OnBehalfOf: null,
    }),
  })
  const { RequestedSecurityToken } = assertionSchema.parse(JSON.parse(issued.text))
  const given = await exchange(sts, {
    method: 'POST',
    path: 'service/AccessTokenService_1/token',
    purpose: 'access',
    headers: { Accept: 'application/json', 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ 'saml-token': RequestedSecurityToken.Assertion }).toString(),
  })
  const { access_token, token_type, expires_in } = tokenSchema.parse(JSON.parse(given.text))
  return { authorization: `${token_type} ${access_token}`, seconds: expires_in }
}

const onOneLine = (pem: string): string => pem.replaceAll(/-----[A-Z ]+-----|\s/g, '')
