import type { Config } from '@brobygger/config'
import { beginAttempt, takeAttempt } from '@brobygger/database'
import { assurances, meetsAssurance } from '@brobygger/domain/codes'
import { Inject, Injectable } from '@nestjs/common'
import * as openid from 'openid-client'
import type { HttpRequest } from '../http/exchange.js'
import { Problem } from '../http/problem.js'
import { Staff } from '../person/staff.js'
import { Storage } from '../storage/storage.js'
import { CONFIG } from '../tokens.js'
import { apiUrl } from './api-url.js'
import { ATTEMPT_COOKIE, clearCookie, cookieOf, digestOf, newSecret, setCookie } from './cookies.js'
import { loginUnavailable, OpenIdProvider } from './open-id-provider.js'
import { proven } from './proven.js'
import { Sessions } from './sessions.service.js'

const CALLBACK = '/api/login/callback'

/** Where a browser is sent, and what it is given to keep. */
export interface Turn {
  readonly location: string
  readonly cookies: string[]
}

/** Logs browsers in: OpenID Connect, authorization code with PKCE (RFC 7636), bound to the browser that began. */
@Injectable()
export class LoginService {
  constructor(
    private readonly provider: OpenIdProvider,
    private readonly sessions: Sessions,
    private readonly staff: Staff,
    private readonly storage: Storage,
    @Inject(CONFIG) private readonly config: Pick<Config, 'API_URL' | 'API_PORT' | 'OIDC_MIN_ASSURANCE'>,
  ) {}

  /** Sends a browser to the login. */
  async begin(returnTo: string): Promise<Turn> {
    const { client } = await this.provider.discover()
    const secret = newSecret()
    const nonce = newSecret()
    const verifier = openid.randomPKCECodeVerifier()
    await beginAttempt(this.storage.db, { id: digestOf(secret), nonce, verifier, returnTo })
    const url = openid.buildAuthorizationUrl(client, {
      redirect_uri: `${apiUrl(this.config)}${CALLBACK}`,
      scope: 'openid',
      state: stateOf(secret),
      nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      acr_values: this.sufficient().join(' '),
    })
    return { location: url.href, cookies: [setCookie(ATTEMPT_COOKIE, secret)] }
  }

  /**
   * Takes a browser back from the login and begins its session.
   * @throws Problem `login-failed`, `login-unavailable`, `assurance-too-low` or `person-unknown`
   */
  async finish(request: HttpRequest): Promise<Turn> {
    const { client } = await this.provider.discover()
    const secret = cookieOf(request, ATTEMPT_COOKIE)
    const attempt = secret === undefined ? undefined : await takeAttempt(this.storage.db, digestOf(secret))
    if (secret === undefined || attempt === undefined) throw new Problem('login-failed')
    const claims = await this.claims(client, request, { ...attempt, state: stateOf(secret) })
    const who = proven(claims, this.config.OIDC_MIN_ASSURANCE)
    if (this.staff.employed(who.person) === undefined) throw new Problem('person-unknown')
    const session = await this.sessions.begin(request, who)
    return { location: attempt.returnTo, cookies: [session, clearCookie(ATTEMPT_COOKIE)] }
  }

  /** Where the login's own session can be ended; null where the provider has no such page, or does not answer. */
  async afterLogout(): Promise<string | null> {
    try {
      const { client } = await this.provider.discover()
      if (client.serverMetadata().end_session_endpoint === undefined) return null
      const back = { post_logout_redirect_uri: `${apiUrl(this.config)}/api/docs` }
      return openid.buildEndSessionUrl(client, back).href
    } catch {
      return null
    }
  }

  private async claims(
    client: openid.Configuration,
    request: HttpRequest,
    expected: { nonce: string; verifier: string; state: string },
  ): Promise<openid.IDToken> {
    const url = new URL(request.originalUrl, apiUrl(this.config))
    try {
      const tokens = await openid.authorizationCodeGrant(client, url, {
        pkceCodeVerifier: expected.verifier,
        expectedNonce: expected.nonce,
        expectedState: expected.state,
        idTokenExpected: true,
      })
      const claims = tokens.claims()
      if (claims === undefined) throw new Problem('login-failed')
      return claims
    } catch (error) {
      if (error instanceof Problem) throw error
      if (error instanceof openid.ClientError && error.code === 'OAUTH_TIMEOUT') throw loginUnavailable(error)
      // `fetch` failed: nobody answered.
      if (error instanceof TypeError && error.cause !== undefined) throw loginUnavailable(error)
      throw new Problem('login-failed', { cause: error })
    }
  }

  /** The levels with which somebody is let in, the lowest first. */
  private sufficient() {
    return assurances.codes.filter(code => meetsAssurance(code, this.config.OIDC_MIN_ASSURANCE))
  }
}

/** Only the browser that began holds the secret from which it follows. */
const stateOf = (secret: string): string => digestOf(`state:${secret}`)
