import { createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { repositoryFolder } from '@brobygger/config'
import type { Assurance } from '@brobygger/domain/codes'
import { municipality as schema } from '@brobygger/domain/organisation'
import { logger } from '@brobygger/telemetry'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify, type JWTPayload } from 'jose'
import type { LoginClient } from './clients.js'
import { logIn } from './log-in.js'
import { PUBLISHED_BEFORE, rotateKeys } from './signing-keys.js'
import { startLogin, type Login } from './start-login.js'

const municipality = schema.parse(
  JSON.parse(readFileSync(join(repositoryFolder, 'config', 'municipality.json'), 'utf8')),
)
const secret = 'a secret of the tests'
const back = 'http://127.0.0.1:9/callback'
const api = 'urn:brobygger:api'
const temporal = 'urn:brobygger:temporal'
const site = { kind: 'site' as const, secret, redirectUris: [back], afterLogout: back }
const clients: LoginClient[] = [
  { ...site, id: 'brobygger', audience: api },
  { ...site, id: 'temporal-ui', audience: temporal },
  { kind: 'tool', id: 'tool', audience: api, redirectUris: [back] },
  { kind: 'service', id: 'op-ole', audience: api, secret, permissions: [] },
  { kind: 'service', id: 'worker', audience: temporal, secret, permissions: ['social-services:write'] },
]

let folder: string
let keysFile: string
let login: Login
const lines: string[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'brobygger-login-'))
  keysFile = join(folder, 'keys.json')
  const port = await freePort()
  login = await startLogin({
    issuer: `http://127.0.0.1:${port}`,
    host: '127.0.0.1',
    port,
    clients,
    municipality,
    tokenSeconds: 300,
    temporalAudience: temporal,
    keysFile,
    log: logger({ name: 'login', destination: { write: line => lines.push(line) } }),
  })
})
afterAll(async () => {
  await login.stop()
  await rm(folder, { recursive: true })
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise(resolve => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}

interface Tokens {
  readonly status: number
  readonly body: Record<string, string>
}

async function tokens(form: Record<string, string>, basic?: string): Promise<Tokens> {
  const response = await fetch(`${login.url}/token`, {
    method: 'POST',
    headers:
      basic === undefined ? {} : { authorization: `Basic ${btoa(`${basic}:${encodeURIComponent(secret)}`)}` },
    body: new URLSearchParams(form),
  })
  return { status: response.status, body: (await response.json()) as Record<string, string> }
}

/** Logs in and exchanges the code, with PKCE. */
async function person(client: string, id: string, assurance: Assurance): Promise<Tokens> {
  const verifier = randomBytes(32).toString('base64url')
  const query = new URLSearchParams({
    client_id: client,
    response_type: 'code',
    scope: 'openid',
    redirect_uri: back,
    state: 'some-state',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  })
  const url = await logIn({ url: `${login.url}/auth?${query.toString()}`, person: id, assurance })
  const code = url.searchParams.get('code') ?? ''
  const form = { grant_type: 'authorization_code', code, redirect_uri: back, code_verifier: verifier }
  return client === 'tool' ? tokens({ ...form, client_id: client }) : tokens(form, client)
}

async function verified(token: string | undefined, audience: string): Promise<JWTPayload> {
  const jwks = createRemoteJWKSet(new URL(`${login.url}/jwks`))
  return (await jwtVerify(token ?? '', jwks, { issuer: login.url, audience })).payload
}

describe('the development login', () => {
  it('describes itself, and publishes no private key', async () => {
    const response = await fetch(`${login.url}/.well-known/openid-configuration`)
    const discovery = (await response.json()) as Record<string, unknown>
    expect(discovery).toMatchObject({
      issuer: login.url,
      acr_values_supported: ['low', 'substantial', 'high'],
    })
    const { keys } = (await (await fetch(`${login.url}/jwks`)).json()) as { keys: object[] }
    expect(keys.flatMap(Object.keys)).not.toContain('d')
  })

  it('says who logged in and how sure it is, and no name', async () => {
    const { body } = await person('brobygger', 'sw-anna', 'high')
    expect(await verified(body['id_token'], 'brobygger')).toMatchObject({ sub: 'sw-anna', acr: 'high' })
    const access = await verified(body['access_token'], api)
    expect(access).toMatchObject({ sub: 'sw-anna', acr: 'high', client_id: 'brobygger' })
    expect(access).not.toHaveProperty('permissions')
    const all = Buffer.from(JSON.stringify(body).replaceAll('.', ''), 'base64').toString('latin1')
    expect(all + lines.join('')).not.toContain('Testsen')
  })

  it('gives a tool without a secret a token, but only with PKCE', async () => {
    const { body } = await person('tool', 'fg-gitte', 'substantial')
    expect(await verified(body['access_token'], api)).toMatchObject({ sub: 'fg-gitte', acr: 'substantial' })
    const query = new URLSearchParams({
      client_id: 'tool',
      response_type: 'code',
      scope: 'openid',
      redirect_uri: back,
    })
    const refused = await logIn({
      url: `${login.url}/auth?${query.toString()}`,
      person: 'fg-gitte',
      assurance: 'low',
    })
    expect(refused.searchParams.get('error')).toBe('invalid_request')
  })

  it('tells Temporal what a leader may read there, and a caseworker nothing', async () => {
    const leader = await person('temporal-ui', 'fl-ida', 'substantial')
    expect(await verified(leader.body['access_token'], temporal)).toMatchObject({
      permissions: ['social-services:read', 'social-services-practice:read'],
    })
    const caseworker = await person('temporal-ui', 'fg-gitte', 'substantial')
    expect(await verified(caseworker.body['access_token'], temporal)).toMatchObject({ permissions: [] })
  })

  it('gives a program a token for what it is made for, and for nothing else', async () => {
    const worker = await tokens({ grant_type: 'client_credentials' }, 'worker')
    expect(await verified(worker.body['access_token'], temporal)).toMatchObject({
      sub: 'worker',
      permissions: ['social-services:write'],
    })
    const elsewhere = await tokens({ grant_type: 'client_credentials', resource: api }, 'worker')
    expect([elsewhere.status, elsewhere.body['error']]).toEqual([400, 'invalid_target'])
    const client = await tokens({ grant_type: 'client_credentials' }, 'op-ole')
    expect(await verified(client.body['access_token'], api)).toMatchObject({
      sub: 'op-ole',
      acr: 'substantial',
    })
  })

  it('refuses a wrong secret', async () => {
    const response = await fetch(`${login.url}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa('worker:another')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    })
    expect(response.status).toBe(401)
  })

  it('sends nobody to an address that the client has not registered', async () => {
    const query = 'client_id=brobygger&response_type=code&scope=openid&redirect_uri=http://evil.example/'
    const response = await fetch(`${login.url}/auth?${query}`, { redirect: 'manual' })
    expect([response.status, response.headers.get('location')]).toEqual([400, null])
    expect(await response.text()).toContain('invalid_redirect_uri')
  })

  it('takes a new key while it runs, and both are known', async () => {
    const old = await tokens({ grant_type: 'client_credentials' }, 'op-ole')
    await rotateKeys(keysFile, new Date(Date.now() - PUBLISHED_BEFORE))
    const young = await tokens({ grant_type: 'client_credentials' }, 'op-ole')
    const [a = '', b = ''] = [old.body['access_token'], young.body['access_token']]
    expect(decodeProtectedHeader(a).kid).not.toBe(decodeProtectedHeader(b).kid)
    await verified(a, api)
    await verified(b, api)
  })
})
