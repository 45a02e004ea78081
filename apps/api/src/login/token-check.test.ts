import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { loadConfig } from '@brobygger/config'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey, type JWTPayload } from 'jose'
import { Problem } from '../http/problem.js'
import { OpenIdProvider } from './open-id-provider.js'
import { TokenCheck } from './token-check.js'

const AUDIENCE = 'urn:brobygger:api'
const now = () => Math.floor(Date.now() / 1000)

interface Key {
  readonly kid: string
  readonly privateKey: CryptoKey
  readonly jwk: object
}

async function newKey(kid: string, alg = 'RS256'): Promise<Key> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true })
  return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } }
}

/** A login that publishes some keys and counts how often they are fetched. */
let server: Server
let issuer: string
let published: Key[]
let fetched: number
let isDown: boolean
let first: Key
let second: Key
let stranger: Key
let check: TokenCheck

beforeAll(async () => {
  ;[first, second, stranger] = await Promise.all([newKey('1'), newKey('2'), newKey('3')])
  server = createServer((request, response) => {
    if (isDown) return void response.writeHead(503).end()
    response.setHeader('content-type', 'application/json')
    if (request.url === '/jwks') {
      fetched++
      return void response.end(JSON.stringify({ keys: published.map(({ jwk }) => jwk) }))
    }
    response.end(JSON.stringify({ issuer, jwks_uri: `${issuer}/jwks`, token_endpoint: `${issuer}/token` }))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await once(server, 'close')
})
beforeEach(() => {
  published = [first]
  fetched = 0
  isDown = false
  const config = loadConfig({ OIDC_ISSUER: issuer, OIDC_CLIENT_SECRET: 'secret' })
  check = new TokenCheck(new OpenIdProvider(config), config)
})

const claims = (more: Record<string, unknown> = {}): JWTPayload => ({
  iss: issuer,
  aud: AUDIENCE,
  sub: 'sw-anna',
  acr: 'substantial',
  iat: now(),
  exp: now() + 300,
  ...more,
})
const signed = (
  more: Record<string, unknown> = {},
  key = first,
  header: { alg?: string; kid?: string } = {},
) =>
  new SignJWT(claims(more)).setProtectedHeader({ alg: 'RS256', kid: key.kid, ...header }).sign(key.privateKey)
const outcome = async (token: string): Promise<string> => {
  try {
    return (await check.check(token, AUDIENCE)).person
  } catch (error) {
    if (error instanceof Problem) return error.code
    throw error
  }
}

describe('a token', () => {
  it('says who it is when the login signed it for us', async () => {
    expect(await check.check(await signed(), AUDIENCE)).toEqual({
      person: 'sw-anna',
      assurance: 'substantial',
    })
  })

  it.each<[string, Record<string, unknown>, string]>([
    ['ran out longer ago than clocks differ', { exp: now() - 65 }, 'token-expired'],
    ['ran out within what clocks differ', { exp: now() - 50 }, 'sw-anna'],
    ['holds from later than clocks differ', { nbf: now() + 70 }, 'token-invalid'],
    ['holds from within what clocks differ', { nbf: now() + 50 }, 'sw-anna'],
    ['was made in the future', { iat: now() + 120, exp: now() + 400 }, 'token-invalid'],
    [
      'was made yesterday and holds for a week',
      { iat: now() - 90_000, exp: now() + 600_000 },
      'token-expired',
    ],
    ['is for somebody else', { aud: 'urn:another:api' }, 'token-invalid'],
    ['is for Temporal', { aud: 'urn:brobygger:temporal' }, 'token-invalid'],
    ['is for several, of whom we are one', { aud: ['urn:another:api', AUDIENCE] }, 'sw-anna'],
    ['comes from another login', { iss: 'https://login.evil.example' }, 'token-invalid'],
    ['says no end', { exp: undefined }, 'token-invalid'],
    ['says nobody', { sub: undefined }, 'token-invalid'],
    ['is not sure enough', { acr: 'low' }, 'assurance-too-low'],
    ['says no level', { acr: undefined }, 'assurance-too-low'],
  ])('that %s', async (_, more, expected) => {
    expect(await outcome(await signed(more))).toBe(expected)
  })

  it.each<[string, () => Promise<string> | string]>([
    ['without a signature', () => new UnsecuredJWT(claims()).encode()],
    ['signed by a key that the login does not publish', () => signed({}, stranger)],
    ['signed by a foreign key under the name of ours', () => signed({}, stranger, { kid: first.kid })],
    [
      'signed with our public key as a shared secret',
      () =>
        new SignJWT(claims())
          .setProtectedHeader({ alg: 'HS256', kid: first.kid })
          .sign(new TextEncoder().encode(JSON.stringify(first.jwk))),
    ],
    ['changed after it was signed', async () => swapPayload(await signed(), claims({ sub: 'tl-eva' }))],
    ['that is no token', () => 'abc'],
  ])('%s lets nobody in', async (_, make) => {
    expect(await outcome(await make())).toBe('token-invalid')
  })
})

function swapPayload(token: string, payload: JWTPayload): string {
  const [header = '', , signature = ''] = token.split('.')
  return [header, Buffer.from(JSON.stringify(payload)).toString('base64url'), signature].join('.')
}

describe('the keys of the login', () => {
  it('are fetched once for many tokens', async () => {
    for (let n = 0; n < 5; n++) expect(await outcome(await signed())).toBe('sw-anna')
    expect(fetched).toBe(1)
  })

  it('are fetched anew for a key that is unknown, but not for each unknown key', async () => {
    const clock = new Clock()
    try {
      expect(await outcome(await signed())).toBe('sw-anna')
      published = [second, first]
      // Half a minute must have passed since the last time.
      expect(await outcome(await signed({}, second))).toBe('token-invalid')
      expect(fetched).toBe(1)
      clock.forward(31_000)
      expect(await outcome(await signed({}, second))).toBe('sw-anna')
      expect(await outcome(await signed({}, first))).toBe('sw-anna')
      for (let n = 0; n < 5; n++) expect(await outcome(await signed({}, stranger))).toBe('token-invalid')
      expect(fetched).toBe(2)
    } finally {
      clock.restore()
    }
  })

  it('lose one that the login has withdrawn', async () => {
    const clock = new Clock()
    try {
      expect(await outcome(await signed())).toBe('sw-anna')
      published = [second]
      clock.forward(601_000)
      expect(await outcome(await signed({ iat: now(), exp: now() + 300 }))).toBe('token-invalid')
    } finally {
      clock.restore()
    }
  })

  it('are still known while the login is away, and asked for again when it is back', async () => {
    expect(await outcome(await signed())).toBe('sw-anna')
    isDown = true
    expect(await outcome(await signed())).toBe('sw-anna')
    const config = loadConfig({ OIDC_ISSUER: issuer })
    check = new TokenCheck(new OpenIdProvider(config), config)
    expect(await outcome(await signed())).toBe('login-unavailable')
    isDown = false
    expect(await outcome(await signed())).toBe('sw-anna')
  })
})

/** Time that is moved on by hand. */
class Clock {
  private readonly real = Date.now
  private ahead = 0

  constructor() {
    Date.now = () => this.real() + this.ahead
  }

  forward(milliseconds: number): void {
    this.ahead += milliseconds
  }

  restore(): void {
    Date.now = this.real
  }
}
