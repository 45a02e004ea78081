import type { Config } from '@brobygger/config'
import { Inject, Injectable } from '@nestjs/common'
import { errors, jwtVerify, type JWTPayload } from 'jose'
import { Problem } from '../http/problem.js'
import { CONFIG } from '../tokens.js'
import { CLOCK_SKEW, loginUnavailable, OpenIdProvider } from './open-id-provider.js'
import { proven, type Proven } from './proven.js'

/** Signatures of a public key. `none` and those of a shared secret are not among them. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA']
/** No token holds longer, whatever it says itself. */
const LONGEST = '1 day'

/** Checks access tokens: JWTs of the login, for an audience of ours (RFC 9068). */
@Injectable()
export class TokenCheck {
  constructor(
    private readonly provider: OpenIdProvider,
    @Inject(CONFIG) private readonly config: Pick<Config, 'OIDC_MIN_ASSURANCE'>,
  ) {}

  /**
   * @param audience for whom the token must be
   * @throws Problem `token-expired`, `token-invalid`, `assurance-too-low` or `login-unavailable`
   */
  async check(token: string, audience: string): Promise<Proven> {
    const { issuer, keys } = await this.provider.discover()
    const { payload } = await jwtVerify<JWTPayload & { sub: string }>(token, keys, {
      issuer,
      audience,
      algorithms: ALGORITHMS,
      clockTolerance: CLOCK_SKEW,
      maxTokenAge: LONGEST,
      requiredClaims: ['sub', 'exp', 'iat'],
    }).catch((error: unknown) => {
      throw problemOfToken(error)
    })
    return proven(payload, this.config.OIDC_MIN_ASSURANCE)
  }
}

/** Of the token's faults only that it is old is told: the others are nobody's business but an attacker's. */
function problemOfToken(error: unknown): Problem {
  const refused = (code: 'token-expired' | 'token-invalid') =>
    new Problem(code, { cause: error, headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' } })
  if (error instanceof errors.JWTExpired) return refused('token-expired')
  if (isUnreachable(error)) return loginUnavailable(error)
  return refused('token-invalid')
}

/** Whether the keys could not be had: no answer, or not the one that was asked for. */
function isUnreachable(error: unknown): boolean {
  if (!(error instanceof errors.JOSEError)) return true
  return ['ERR_JWKS_TIMEOUT', 'ERR_JOSE_GENERIC', 'ERR_JWKS_INVALID'].includes(error.code)
}
