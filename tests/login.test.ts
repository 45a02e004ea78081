import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { personToken } from '@brobygger/tools'
import { describe, expect, it } from '@jest/globals'
import { importJWK, SignJWT, type JWTPayload } from 'jose'
import { z } from 'zod'
import { apiOrigin, Browser } from './support/browser.js'
import { plainConcern } from './support/forms.js'

const SESSION = '__Host-brobygger'
const issuer = process.env['BRO_TEST_LOGIN_URL'] ?? ''
const problem = async (response: Response) => ((await response.json()) as { code: string }).code
const concern = {
  ...plainConcern,
  practice: { startsAt: '2027-01-11T10:00:00+01:00' },
}

describe('a browser that logs in', () => {
  it('gets a session that its pages cannot read, and comes back to where it was going', async () => {
    const browser = new Browser()
    const response = await browser.logIn('sw-anna', 'high', '/api/worklist?view=mine')
    expect([response.status, response.headers.get('location')]).toEqual([303, '/api/worklist?view=mine'])
    const [cookie = ''] = response.headers.getSetCookie()
    expect(cookie).toMatch(/^__Host-brobygger=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax$/)
    expect(await browser.me()).toMatchObject({
      status: 200,
      person: 'sw-anna',
      via: 'session',
      assurance: 'high',
    })
  })

  it('is sent nowhere else, whatever the address says', async () => {
    const response = await new Browser().logIn('sw-anna', 'substantial', '//evil.example/')
    expect(response.headers.get('location')).toBe('/api/docs')
  })

  it('is told to log in more surely when it was not sure enough', async () => {
    const browser = new Browser()
    const response = await browser.logIn('sw-anna', 'low')
    expect([response.status, await problem(response)]).toEqual([403, 'assurance-too-low'])
    expect(browser.cookies.has(SESSION)).toBe(false)
  })

  it('gets a session of its own, not one that somebody planted', async () => {
    const attacker = new Browser()
    await attacker.logIn('r-101001')
    const planted = attacker.cookies.get(SESSION) ?? ''
    const victim = new Browser()
    victim.cookies.set(SESSION, planted)
    await victim.logIn('tl-eva')
    expect(victim.cookies.get(SESSION)).not.toBe(planted)
    expect((await victim.me()).person).toBe('tl-eva')
    // The planted one is over, and never was the victim's.
    expect(await attacker.me()).toMatchObject({ status: 401, code: 'session-ended' })
  })

  it("cannot be sent back with somebody else's login", async () => {
    const attacker = new Browser()
    const back = await attacker.comesBack('r-101001', 'substantial')
    const victim = new Browser()
    expect(await problem(await victim.ask(`${back.pathname}${back.search}`))).toBe('login-failed')
    await victim.ask('/api/login')
    expect(await problem(await victim.ask(`${back.pathname}${back.search}`))).toBe('login-failed')
    expect(victim.cookies.has(SESSION)).toBe(false)
  })

  it('comes back once', async () => {
    const browser = new Browser()
    const back = await browser.comesBack('sw-anna', 'substantial')
    const attempt = new Map(browser.cookies)
    expect((await browser.ask(`${back.pathname}${back.search}`)).status).toBe(303)
    const again = new Browser()
    for (const [name, value] of attempt) again.cookies.set(name, value)
    expect(await problem(await again.ask(`${back.pathname}${back.search}`))).toBe('login-failed')
  })
})

describe('a session', () => {
  it('changes something only for a page of ours', async () => {
    const browser = new Browser()
    await browser.logIn('r-101001')
    const csrf = (await browser.me()).csrf ?? ''
    const post = (headers: Record<string, string>) =>
      browser.ask('/api/concerns', { method: 'POST', body: concern, headers })
    expect(await problem(await post({}))).toBe('csrf-refused')
    expect(await problem(await post({ 'x-brobygger-csrf': `${csrf.slice(1)}x` }))).toBe('csrf-refused')
    const foreign = { 'x-brobygger-csrf': csrf, origin: 'https://evil.example' }
    expect(await problem(await post(foreign))).toBe('origin-refused')
    expect((await post({ 'x-brobygger-csrf': csrf })).status).toBe(201)
  })

  it('ends at the server when its owner logs out: a kept cookie opens nothing', async () => {
    const browser = new Browser()
    await browser.logIn('sw-anna')
    const kept = browser.cookies.get(SESSION) ?? ''
    const csrf = (await browser.me()).csrf ?? ''
    expect((await browser.ask('/api/logout', { method: 'POST' })).status).toBe(403)
    const out = await browser.ask('/api/logout', { method: 'POST', headers: { 'x-brobygger-csrf': csrf } })
    expect(out.status).toBe(200)
    expect(((await out.json()) as { login: string }).login).toMatch(`${issuer}/session/end`)
    expect(browser.cookies.has(SESSION)).toBe(false)
    const thief = new Browser()
    thief.cookies.set(SESSION, kept)
    expect(await thief.me()).toMatchObject({ status: 401, code: 'session-ended' })
  })

  it('is not made up', async () => {
    const browser = new Browser()
    browser.cookies.set(SESSION, 'a'.repeat(43))
    expect(await browser.me()).toMatchObject({ status: 401, code: 'session-ended' })
  })
})

describe('a program with a token', () => {
  const ask = (token: string, path = '/api/me', method = 'GET') =>
    fetch(new URL(path, apiOrigin()), {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(method === 'GET' ? {} : { body: JSON.stringify(concern) }),
    })
  const tokenOf = (person: string, assurance: 'low' | 'substantial') =>
    personToken({ issuer, person, assurance })

  it('acts as the person who logged in, and needs no key of a page', async () => {
    const token = await tokenOf('r-101001', 'substantial')
    expect(await (await ask(token)).json()).toMatchObject({ person: 'r-101001', via: 'token', csrf: null })
    expect((await ask(token, '/api/concerns', 'POST')).status).toBe(201)
  })

  it('acts for itself where the staff list has it', async () => {
    const clients = z
      .object({ clients: z.array(z.looseObject({ id: z.string(), secret: z.string().optional() })) })
      .parse(
        JSON.parse(
          await readFile(join(process.env['BRO_TEST_DATA_DIR'] ?? '', 'login', 'clients.json'), 'utf8'),
        ),
      )
    const secretOf = (id: string) => clients.clients.find(client => client.id === id)?.secret ?? ''
    const token = async (id: string) => {
      const response = await fetch(`${issuer}/token`, {
        method: 'POST',
        headers: { authorization: `Basic ${btoa(`${id}:${secretOf(id)}`)}` },
        body: new URLSearchParams({ grant_type: 'client_credentials' }),
      })
      return ((await response.json()) as { access_token: string }).access_token
    }
    expect(await (await ask(await token('op-ole'))).json()).toMatchObject({ person: 'op-ole', via: 'token' })
    // A worker's token is for Temporal.
    expect(await problem(await ask(await token('worker-social-services')))).toBe('token-invalid')
  })

  it('is not let in when its login was not sure enough', async () => {
    const response = await ask(await tokenOf('sw-anna', 'low'))
    expect([response.status, await problem(response)]).toEqual([403, 'assurance-too-low'])
  })

  it.each<[string, JWTPayload, string]>([
    ['is all right', {}, 'sw-anna'],
    ['has run out', { exp: Math.floor(Date.now() / 1000) - 120 }, 'token-expired'],
    ['is for another', { aud: 'urn:brobygger:temporal' }, 'token-invalid'],
    ['is of another login', { iss: 'https://login.evil.example' }, 'token-invalid'],
    ['names nobody of the staff', { sub: 'nobody-here' }, 'person-unknown'],
  ])('with a token of the right key that %s', async (_, more, expected) => {
    const file = join(process.env['BRO_TEST_DATA_DIR'] ?? '', 'login', 'keys.json')
    const { signing } = JSON.parse(await readFile(file, 'utf8')) as { signing: [{ jwk: { kid: string } }] }
    const [{ jwk }] = signing
    const seconds = Math.floor(Date.now() / 1000)
    const token = await new SignJWT({
      iss: issuer,
      aud: 'urn:brobygger:api',
      sub: 'sw-anna',
      acr: 'substantial',
      iat: seconds - 200,
      exp: seconds + 60,
      ...more,
    })
      .setProtectedHeader({ alg: 'RS256', kid: jwk.kid })
      .sign(await importJWK(jwk, 'RS256'))
    const answer = (await (await ask(token)).json()) as { person?: string; code?: string }
    expect(answer.person ?? answer.code).toBe(expected)
  })

  it('says what kind of credentials are taken', async () => {
    const response = await fetch(new URL('/api/me', apiOrigin()), {
      headers: { authorization: 'Basic YTpi' },
    })
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
  })
})
