import type { Assurance } from '@brobygger/domain/codes'
import { logIn } from '@brobygger/login'
import * as openid from 'openid-client'
import { toolClient, toolRedirect } from './login-clients.js'

/**
 * An access token for the API, of a made-up member of staff at the development login.
 *
 * @param args.issuer address of the login
 * @throws Error when the login does not answer or knows nobody by that id
 */
export async function personToken(args: {
  issuer: string
  person: string
  assurance: Assurance
}): Promise<string> {
  const login = await openid.discovery(new URL(args.issuer), toolClient, undefined, openid.None(), {
    execute: [openid.allowInsecureRequests],
  })
  const verifier = openid.randomPKCECodeVerifier()
  const state = openid.randomState()
  const url = openid.buildAuthorizationUrl(login, {
    redirect_uri: toolRedirect,
    scope: 'openid',
    state,
    code_challenge: await openid.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  })
  const back = await logIn({ url: url.href, person: args.person, assurance: args.assurance })
  const tokens = await openid.authorizationCodeGrant(login, back, {
    pkceCodeVerifier: verifier,
    expectedState: state,
  })
  return tokens.access_token
}
