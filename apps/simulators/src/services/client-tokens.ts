import { randomUUID, timingSafeEqual } from 'node:crypto'
import type { Incoming } from '../http/incoming.js'
import { json, type Outgoing, refusal } from '../http/outgoing.js'

/** How long a token holds, in seconds. */
const LIFE = 300

/** Who may ask for tokens. */
export interface KnownClient {
  readonly id: string
  readonly secret: string
}

/** The tokens of a service that is opened by OAuth 2.0 client credentials (RFC 6749, 4.4). */
export class ClientTokens {
  readonly #given = new Map<string, number>()

  constructor(private readonly client: KnownClient) {}

  /** The token endpoint. */
  give({ method, text, header }: Incoming): Outgoing {
    if (method !== 'POST') return refusal(405, 'method-not-allowed', { Allow: 'POST' })
    if (!this.#knows(header('authorization')))
      return json(401, { error: 'invalid_client' }, { 'WWW-Authenticate': 'Basic' })
    if (new URLSearchParams(text).get('grant_type') !== 'client_credentials')
      return json(400, { error: 'unsupported_grant_type' })
    const token = randomUUID()
    this.#given.set(token, Date.now() + LIFE * 1_000)
    return json(200, { access_token: token, token_type: 'Bearer', expires_in: LIFE })
  }

  /** Takes back every token: the next call with one is refused. */
  revokeAll(): Outgoing {
    this.#given.clear()
    return json(200, {})
  }

  /** Whether a whole `Authorization` header opens the service. */
  opens(authorization: string | undefined): boolean {
    const token = /^Bearer (.+)$/.exec(authorization ?? '')?.[1]
    return Date.now() < (this.#given.get(token ?? '') ?? 0)
  }

  #knows(authorization: string | undefined): boolean {
    const encoded = /^Basic (.+)$/.exec(authorization ?? '')?.[1] ?? ''
    // Each part is form-encoded before they are joined (RFC 6749, 2.3.1).
    const parts = Buffer.from(encoded, 'base64').toString().split(':').map(formDecoded)
    const given = Buffer.from(JSON.stringify(parts))
    const known = Buffer.from(JSON.stringify([this.client.id, this.client.secret]))
    return given.length === known.length && timingSafeEqual(given, known)
  }
}

const formDecoded = (part: string) => new URLSearchParams(`part=${part}`).get('part')
