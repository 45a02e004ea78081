import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { repositoryFolder } from '@brobygger/config'
import { startApi, type RunningApi } from './testing.js'

/** Somebody on the staff list of the demo municipality. */
const known = 'sw-anna'

interface ProblemJson {
  readonly code: string
  readonly status: number
  readonly type: string
  readonly errors?: readonly { field: string; code: string; message: string }[]
}

describe('the API over HTTP, without database and engine', () => {
  let api: RunningApi
  let url: string

  const ask = async (
    path: string,
    init: { method?: string; body?: string; headers?: Record<string, string> } = {},
  ) => {
    const response = await fetch(`${url}${path}`, {
      ...init,
      headers: { 'X-Brobygger-Person': known, ...init.headers },
    })
    return { response, problem: (await response.json()) as ProblemJson }
  }
  const post = (path: string, body: string, headers: Record<string, string> = {}) =>
    ask(path, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } })

  beforeAll(async () => {
    api = await startApi()
    url = api.url
  })
  afterAll(() => api.stop())

  it('answers every error as a problem with its type, status and code', async () => {
    const { response, problem } = await ask('/nowhere')
    expect(response.status).toBe(404)
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect(problem).toMatchObject({ type: '/api/problems/not-found', status: 404, code: 'not-found' })
  })

  it('tells which methods an address takes', async () => {
    const { response, problem } = await ask('/cases?limit=1', { method: 'DELETE' })
    expect(problem.code).toBe('method-not-allowed')
    expect(response.headers.get('allow')).toBe('GET, HEAD')
  })

  it('tells browsers to keep nothing, guess nothing, load nothing and frame nothing', async () => {
    const { response } = await ask('/nowhere')
    const policy = response.headers.get('content-security-policy')?.split('; ')
    expect(policy).toEqual(["default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('referrer-policy')).toBe('no-referrer')
    expect(response.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains')
  })

  it('does not echo a request by TRACE', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      request(`${url}/cases`, { method: 'TRACE' }, response => {
        resolve(response.resume().statusCode)
      })
        .on('error', reject)
        .end()
    })
    expect(status).toBe(405)
  })

  it.each([
    ['broken JSON', '{"a":', 400, 'request-malformed'],
    ['a bare text', '"010190-1234"', 400, 'request-malformed'],
    ['a body of 4 MB', JSON.stringify({ seen: 'a'.repeat(4_000_000) }), 413, 'body-too-large'],
    ['an empty form', '{}', 400, 'input-invalid'],
    ['a list', '[]', 400, 'input-invalid'],
  ])('refuses %s', async (_, body, status, code) => {
    const { response, problem } = await post('/concerns', body)
    expect([response.status, problem.code]).toEqual([status, code])
  })

  it('refuses a body that is not JSON', async () => {
    const { problem } = await post('/concerns', 'seen=1', {
      'content-type': 'application/x-www-form-urlencoded',
    })
    expect(problem.code).toBe('media-type-unsupported')
  })

  it('names a wrong part of the path by its field', async () => {
    const { problem } = await ask('/cases/Robert')
    expect(problem.errors?.map(error => error.field)).toEqual(['id'])
  })

  it('repeats nothing of what was sent', async () => {
    // A number that cannot be a CPR number: there is no 99th day.
    const { response, problem } = await post('/concerns', '{"seen":"990190-1234","Mathilde":"hemmelig"}')
    const text = JSON.stringify(problem)
    expect(response.status).toBe(400)
    expect(problem.errors).toContainEqual(expect.objectContaining({ field: 'seen', code: 'cpr-in-text' }))
    expect(text).not.toMatch(/990190|Mathilde|hemmelig/)
  })

  it.each([
    ['nobody', {}, 'person-missing'],
    ['somebody who is not on the staff list', { 'X-Brobygger-Person': 'nobody-here' }, 'person-unknown'],
  ])('lets %s in to nothing', async (_, headers, code) => {
    const response = await fetch(`${url}/cases`, { headers: headers as Record<string, string> })
    expect(response.status).toBe(401)
    expect(((await response.json()) as ProblemJson).code).toBe(code)
  })

  it('says when to try again while the database is down', async () => {
    const { response, problem } = await ask('/cases')
    expect(problem.code).toBe('storage-unavailable')
    expect(response.headers.get('retry-after')).toBe('5')
  })

  it('is live, and says which parts are not ready', async () => {
    const live = await fetch(`${url}/health/live`)
    const ready = await fetch(`${url}/health/ready`)
    expect(live.status).toBe(200)
    expect(ready.status).toBe(503)
    expect(await ready.json()).toEqual({
      ready: false,
      parts: [
        { part: 'postgresql', ready: false },
        { part: 'temporal', ready: false },
      ],
    })
  })

  it('has every route that it documents', async () => {
    const document = (await (await fetch(`${url}/openapi.json`)).json()) as { paths: Record<string, object> }
    const routes = Object.entries(document.paths).flatMap(([path, ways]) =>
      Object.keys(ways).map(method => ({ path: path.replace(/^\/api/, ''), method: method.toUpperCase() })),
    )
    // Nobody says who they are, so that nothing happens but finding the route.
    const statuses = await Promise.all(
      routes.map(async ({ path, method }) => (await fetch(`${url}${path}`, { method })).status),
    )
    expect(routes.length).toBeGreaterThan(30)
    expect(
      statuses.filter(
        (status, index) => (status === 404 || status === 405) && routes[index]?.path !== '/problems/{code}',
      ),
    ).toEqual([])
  })

  it('shows the documentation from files of its own', async () => {
    const page = await (await fetch(`${url}/docs`)).text()
    const sources = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, source = '']) => source)
    expect(sources.length).toBeGreaterThan(3)
    expect(sources.filter(source => !source.startsWith('./'))).toEqual([])
  })
})

describe('the API in production', () => {
  const nowhere = 'http://127.0.0.1:1'
  const production = {
    BROBYGGER_MODE: 'production',
    DATA_DIR: '/nowhere',
    MUNICIPALITY_FILE: `${repositoryFolder}/config/municipality.json`,
    REGISTER_URL: nowhere,
    REGISTER_SYSTEM_ID: 'brobygger',
    DIGITAL_POST_URL: nowhere,
    STS_URL: nowhere,
    PERSON_EVENTS_URL: nowhere,
    SCHOOL_ABSENCE_URL: nowhere,
    PERSON_REGISTER_URL: nowhere,
    PERSON_REGISTER_CONTEXT: Array(4).fill('aaaaaaaa-2222-4333-8444-555555555555').join(' '),
    MUNICIPALITY_CODE: '101',
    CASE_INDEX_URL: nowhere,
    SMTP_URL: 'smtp://127.0.0.1:1',
    MUNICIPALITY_CVR: '12345678',
    STAFF_MAIL_DOMAIN: 'bro.example',
    FAMILY_SYSTEM_URL: nowhere,
  }
  const login = { OIDC_ISSUER: nowhere, OIDC_CLIENT_SECRET: 'none', API_URL: 'https://brobygger.example' }

  it.each(['production', 'secure'])('refuses the header that names a person (%s)', async mode => {
    const api = await startApi({ ...production, ...login, BROBYGGER_MODE: mode })
    const response = await fetch(`${api.url}/cases`, { headers: { 'X-Brobygger-Person': known } })
    const problem = (await response.json()) as ProblemJson
    await api.stop()
    expect([response.status, problem.code]).toEqual([401, 'login-required'])
  })

  it('does not start without a login', async () => {
    await expect(startApi(production)).rejects.toThrow('the API ended with 1')
  })

  it('says that the login does not answer, when a token comes that cannot be checked', async () => {
    const api = await startApi({ ...production, ...login })
    const response = await fetch(`${api.url}/cases`, { headers: { authorization: 'Bearer some.token.here' } })
    const problem = (await response.json()) as ProblemJson
    await api.stop()
    expect([response.status, problem.code]).toEqual([503, 'login-unavailable'])
    expect(response.headers.get('retry-after')).toBe('5')
  })
})

describe('a person who asks more than people do', () => {
  it('is told when to go on, and nobody else is held up', async () => {
    const { url, stop } = await startApi({ REQUESTS_PER_MINUTE: '3' })
    const ask = (id: string) => fetch(`${url}/rules`, { headers: { 'X-Brobygger-Person': id } })
    try {
      const statuses = []
      for (let n = 0; n < 4; n++) statuses.push((await ask(known)).status)
      expect(statuses).toEqual([200, 200, 200, 429])
      const refused = await ask(known)
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
      expect(((await refused.json()) as ProblemJson).code).toBe('too-many-requests')
      expect((await ask('sw-bo')).status).toBe(200)
    } finally {
      await stop()
    }
  })
})
