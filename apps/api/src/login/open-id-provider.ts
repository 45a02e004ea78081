import type { Config } from '@brobygger/config'
import { Inject, Injectable } from '@nestjs/common'
import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose'
import * as openid from 'openid-client'
import { Problem } from '../http/problem.js'
import { CONFIG } from '../tokens.js'

/** How far clocks may be apart, in seconds. */
export const CLOCK_SKEW = 60
/** An answer that takes longer is given up, in seconds. */
const PATIENCE = 5
/** Seconds after which a client may well try again. */
const RETRY_AFTER = '5'

/** What is known of the provider once it has described itself. */
export interface Discovered {
  readonly client: openid.Configuration
  readonly issuer: string
  /** Its public keys: kept for ten minutes, and fetched anew for an unknown one, every half minute at most. */
  readonly keys: JWTVerifyGetKey
}

/** The login: any OpenID provider, found by its issuer when it is first needed and kept from then on. */
@Injectable()
export class OpenIdProvider {
  private found: Promise<Discovered> | undefined

  constructor(
    @Inject(CONFIG)
    private readonly config: Pick<
      Config,
      'BROBYGGER_MODE' | 'OIDC_ISSUER' | 'OIDC_CLIENT_ID' | 'OIDC_CLIENT_SECRET'
    >,
  ) {}

  /** @throws Problem `login-unavailable` when it does not answer; the next call asks again */
  async discover(): Promise<Discovered> {
    const asked = (this.found ??= this.ask())
    try {
      return await asked
    } catch (error) {
      if (this.found === asked) this.found = undefined
      throw loginUnavailable(error)
    }
  }

  private async ask(): Promise<Discovered> {
    const { BROBYGGER_MODE, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = this.config
    if (OIDC_ISSUER === undefined) throw new Error('OIDC_ISSUER is not set')
    const client = await openid.discovery(
      new URL(OIDC_ISSUER),
      OIDC_CLIENT_ID,
      { [openid.clockTolerance]: CLOCK_SKEW },
      openid.ClientSecretBasic(OIDC_CLIENT_SECRET),
      {
        timeout: PATIENCE,
        execute: [
          openid.enableNonRepudiationChecks,
          // On one's own machine the development login speaks plain HTTP.
          ...(BROBYGGER_MODE === 'production' ? [] : [openid.allowInsecureRequests]),
        ],
      },
    )
    const { issuer, jwks_uri: jwks } = client.serverMetadata()
    if (jwks === undefined) throw new Error('the login publishes no keys')
    return { client, issuer, keys: createRemoteJWKSet(new URL(jwks), { timeoutDuration: PATIENCE * 1000 }) }
  }
}

/** The problem that the login does not answer. */
export function loginUnavailable(cause: unknown): Problem {
  return new Problem('login-unavailable', { cause, headers: { 'Retry-After': RETRY_AFTER } })
}
