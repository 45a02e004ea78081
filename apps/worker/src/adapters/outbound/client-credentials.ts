import * as oauth from 'oauth4webapi'
import { limits, type OutsideSystem } from '@brobygger/domain/outward'
import { fetch, type Dispatcher, type RequestInit } from 'undici'
import { PortError } from '../../ports/errors.js'
import { Tokens, type Token } from './tokens.js'

/** Where a system's tokens are given, and who we are there. */
export interface OAuthClient {
  readonly system: OutsideSystem
  /** Address of the token endpoint. */
  readonly tokenUrl: string
  readonly id: string
  readonly secret: string
  /** Connections of the system, with our certificate where it asks who calls. */
  readonly dispatcher?: Dispatcher
}

/** How long a token without a stated life is kept, in seconds. */
const SHORT = 60

/**
 * The tokens of a system that we open as ourselves, by OAuth 2.0 client credentials (RFC 6749, 4.4). Whatever goes wrong is
 * an outage of the system, `token-…`: somebody mends our access, and the case goes on.
 */
export function clientCredentials(client: OAuthClient): Tokens {
  return new Tokens(async () => {
    try {
      return await ask(client)
    } catch (error) {
      const reason = `token-${reasonOf(error)}`
      throw new PortError({ system: client.system, code: 'unavailable', reason })
    }
  })
}

async function ask({ system, tokenUrl, id, secret, dispatcher }: OAuthClient): Promise<Token> {
  const server = { issuer: tokenUrl, token_endpoint: tokenUrl }
  const own = { client_id: id }
  const options = {
    signal: AbortSignal.timeout(limits[system].timeoutMs),
    // On one's own machine; in production the address says how it is reached.
    [oauth.allowInsecureRequests]: new URL(tokenUrl).protocol === 'http:',
    [oauth.customFetch]: through(dispatcher),
  }
  const secretInHeader = oauth.ClientSecretBasic(secret)
  const response = await oauth.clientCredentialsGrantRequest(server, own, secretInHeader, {}, options)
  const answer = await oauth.processClientCredentialsResponse(server, own, response)
  return { authorization: `Bearer ${answer.access_token}`, seconds: answer.expires_in ?? SHORT }
}

/** The library's fetch, over connections of our own. */
const through = (dispatcher: Dispatcher | undefined) => async (url: string, options: RequestInit) => {
  const answer = await fetch(url, { ...options, ...(dispatcher === undefined ? {} : { dispatcher }) })
  return new Response(await answer.text(), { status: answer.status, headers: [...answer.headers] })
}

/** What was seen, in a word: the error itself may hold pieces of the answer. */
function reasonOf(error: unknown): string {
  if (error instanceof oauth.ResponseBodyError || error instanceof oauth.WWWAuthenticateChallengeError)
    return `status-${error.status}`
  if (error instanceof DOMException && error.name === 'TimeoutError') return 'timeout'
  return error instanceof oauth.OperationProcessingError ? 'malformed' : 'connection'
}
