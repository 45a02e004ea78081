import type { Assurance } from '@brobygger/domain/codes'
import { logIn } from '@brobygger/login'
import * as openid from 'openid-client'
import { toolClient, toolRedirect } from './login-clients.js'

/**
 * An access token of a made-up member of staff at the development login: for the API, or for what a site of the login
 * reaches, such as the Temporal server through its page.
 *
 * @param args.issuer address of the login
 * @param args.site the site that they log in to; a command on this machine when left out
 * @throws Error when the login does not answer or knows nobody by that id
 */
export async function personToken(args: {
  issuer: string
  person: string
  assurance: Assurance
  site?: { readonly id: string; readonly secret: string; readonly callback: string }
}): Promise<string> {
  const { issuer, site } = args
  const proof = site === undefined ? openid.None() : openid.ClientSecretBasic(site.secret)
  const login = await openid.discovery(new URL(issuer), site?.id ?? toolClient, undefined, proof, {
    execute: [openid.allowInsecureRequests],
  })
  const verifier = openid.randomPKCECodeVerifier()
  const state = openid.randomState()
  const url = openid.buildAuthorizationUrl(login, {
    redirect_uri: site?.callback ?? toolRedirect,
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
