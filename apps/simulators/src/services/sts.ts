import { X509Certificate } from 'node:crypto'
import { z } from 'zod'
import type { Incoming } from '../http/incoming.js'
import { json, type Outgoing, refusal } from '../http/outgoing.js'
import type { AccessTokens } from './access-tokens.js'
import type { Effect, Service } from './service.js'

/** What is asked of the security token service (WS-Trust over JSON, as Adgangsstyring takes it). */
const issueSchema = z.object({
  TokenType: z.literal('http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.1#SAMLV2.0'),
  RequestType: z.literal('http://docs.oasis-open.org/ws-sx/ws-trust/200512/Issue'),
  KeyType: z.literal('http://docs.oasis-open.org/ws-sx/ws-trust/200512/PublicKey'),
  AnvenderKontekst: z.object({ Cvr: z.string().regex(/^\d{8}$/) }),
  UseKey: z.base64(),
  AppliesTo: z.object({ EndpointReference: z.object({ Address: z.url() }) }),
  OnBehalfOf: z.null(),
})

/** What an assertion says here: for whose key it is, for which service, and until when. */
const assertionSchema = z.object({ certificate: z.string(), audience: z.string(), endsAt: z.number() })

const ASSERTION_LIFE = 3_600_000

/**
 * Adgangsstyring and Serviceplatformen's token service: an assertion for whoever shows the certificate it is for, and an
 * access token for the assertion. The assertion is opaque to callers; here it is not SAML. `DELETE /sts/tokens` takes
 * every token back.
 */
export function stsService(tokens: AccessTokens): Service {
  const effects: Effect[] = []
  const note = (verb: string, audience: string) => {
    effects.push({
      at: new Date().toISOString(),
      key: `${verb}-${effects.length + 1}`,
      request: { verb, audience },
      answer: {},
    })
  }

  function issue({ body, certificate }: Incoming): Outgoing {
    const parsed = issueSchema.safeParse(body)
    if (!parsed.success) return refusal(400, 'invalid')
    const { UseKey, AppliesTo } = parsed.data
    const asked = fingerprintOf(UseKey)
    // Without a door nobody shows a certificate: then the one that is named counts.
    if (asked === undefined || (certificate !== undefined && certificate !== asked))
      return refusal(400, 'invalid')
    const audience = AppliesTo.EndpointReference.Address
    const endsAt = Date.now() + ASSERTION_LIFE
    note('issue', audience)
    return json(200, {
      RequestedSecurityToken: { Assertion: encode({ certificate: asked, audience, endsAt }) },
      Lifetime: new Date(endsAt).toISOString(),
    })
  }

  function exchange({ text, certificate }: Incoming): Outgoing {
    const assertion = decode(new URLSearchParams(text).get('saml-token') ?? '')
    if (!assertion || Date.now() > assertion.endsAt) return refusal(400, 'invalid')
    if (certificate !== undefined && certificate !== assertion.certificate) return refusal(400, 'invalid')
    const { token, seconds } = tokens.give(assertion.certificate, assertion.audience)
    note('token', assertion.audience)
    return json(200, { access_token: token, token_type: 'Holder-of-key', expires_in: seconds })
  }

  return {
    effects: () => effects,
    close: () => Promise.resolve(),
    handle: request => {
      const path = request.path.join('/')
      if (path === 'tokens' && request.method === 'DELETE') {
        tokens.revokeAll()
        return json(200, {})
      }
      if (request.method !== 'POST') return refusal(405, 'method-not-allowed', { Allow: 'POST' })
      if (path === 'runtime/api/rest/wstrust/v1/issue') return issue(request)
      if (path === 'service/AccessTokenService_1/token') return exchange(request)
      return refusal(404, 'no-such-address')
    },
  }
}

const encode = (assertion: z.infer<typeof assertionSchema>) =>
  Buffer.from(JSON.stringify(assertion)).toString('base64')

function decode(text: string): z.infer<typeof assertionSchema> | undefined {
  try {
    return assertionSchema.parse(JSON.parse(Buffer.from(text, 'base64').toString()))
  } catch {
    return undefined
  }
}

/** Of a certificate on one line, as `UseKey` has it. */
function fingerprintOf(useKey: string): string | undefined {
  try {
    return new X509Certificate(Buffer.from(useKey, 'base64')).fingerprint256
  } catch {
    return undefined
  }
}
