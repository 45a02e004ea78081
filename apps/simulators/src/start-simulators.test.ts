import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { institutions } from './testing.js'
import { type Simulators, startSimulators } from './start-simulators.js'

const opening = {
  caseId: 'k7qm4d2x',
  offerId: 'referral-k7qm4d2x-1',
  at: '2027-02-22T08:00:00.000Z',
}
const cases = '/family-system/cases'

describe('simulators', () => {
  let dataDir: string
  let simulators: Simulators
  const start = async (port = 0) => {
    simulators = await startSimulators({ port, host: '127.0.0.1', dataDir, institutions, smtpPort: 0 })
  }
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'simulators-'))
    await start()
  })
  afterEach(async () => {
    await simulators.stop()
    await rm(dataDir, { recursive: true })
  })

  const call = async (method: string, path: string, body?: unknown, key?: string) => {
    const response = await fetch(`${simulators.url}${path}`, {
      method,
      headers: key ? { 'Idempotency-Key': key } : {},
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, headers: response.headers, body: JSON.parse(text) as unknown }
  }

  it('say that they live', async () => {
    expect(await call('GET', '/health/live')).toMatchObject({ status: 200, body: { status: 'ok' } })
  })

  it('show a page without scripts, in Danish', async () => {
    const response = await fetch(`${simulators.url}/`)
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(await response.text()).toContain('<html lang="da">')
  })

  it('give a repeated key its first answer, also after a restart, and keep one line', async () => {
    const first = await call('POST', cases, opening, 'referral-k7qm4d2x-1/accept')
    await simulators.stop()
    await start()
    const again = { ...opening, at: '2027-02-23T08:00:00.000Z' }
    const second = await call('POST', cases, again, 'referral-k7qm4d2x-1/accept')
    expect(first.body).toEqual({ caseNumber: 'FG-2027-00001' })
    expect(second.body).toEqual(first.body)
    expect((await call('GET', '/family-system/ledger')).body).toEqual([
      expect.objectContaining({ key: 'referral-k7qm4d2x-1/accept', request: opening, answer: first.body }),
    ])
  })

  it('number the family group’s cases in the order of opening', async () => {
    expect((await call('POST', cases, opening, 'a')).body).toEqual({
      caseNumber: 'FG-2027-00001',
    })
    expect((await call('POST', cases, opening, 'b')).body).toEqual({
      caseNumber: 'FG-2027-00002',
    })
  })

  it('close, merge and re-open institutions, and remember it', async () => {
    const address = '/register/institutions/101001'
    await call('PUT', address, { status: 'merged', mergedInto: '101002' })
    await simulators.stop()
    await start()
    await call('PUT', address, { status: 'open' })
    expect((await call('GET', '/register/ledger')).body).toMatchObject([
      { answer: { status: 'merged', mergedInto: '101002' } },
      { answer: { status: 'open' } },
    ])
  })

  it.each([
    ['an order without a key', 'POST', cases, opening, undefined, 400, 'key-missing'],
    ['an order with a name in it', 'POST', cases, { ...opening, name: 'x' }, 'k', 422, 'invalid'],
    ['what is not JSON', 'POST', cases, '{', 'k', 400, 'malformed'],
    ['what is too large', 'POST', cases, ' '.repeat(300_000), 'k', 413, 'too-large'],
    ['a case without an offer', 'POST', cases, { caseId: 'a' }, 'k', 422, 'invalid'],
    [
      'an unknown institution',
      'PUT',
      '/register/institutions/999999',
      { status: 'closed' },
      undefined,
      404,
      'not-found',
    ],
    [
      'merging with itself',
      'PUT',
      '/register/institutions/101001',
      { status: 'merged', mergedInto: '101001' },
      undefined,
      422,
      'invalid',
    ],
    ['an unknown address', 'GET', '/nowhere', undefined, undefined, 404, 'no-such-address'],
    ['a broken address', 'GET', '/register/institutions/%E0%A4%A', undefined, undefined, 400, 'malformed'],
    ['reading cases', 'GET', cases, undefined, undefined, 405, 'method-not-allowed'],
    ['a fault nobody knows', 'PUT', '/faults/mail', { mode: 'sulking' }, undefined, 422, 'invalid'],
    ['late delivery of a case', 'PUT', '/faults/family-system', { mode: 'late' }, undefined, 422, 'invalid'],
    ['a plan without a fault', 'PUT', '/faults/mail', [], undefined, 422, 'invalid'],
    ['a fault in no service', 'PUT', '/faults/post', { mode: 'down' }, undefined, 404, 'no-such-service'],
  ])('refuse %s with a code', async (_what, method, path, body, key, status, code) => {
    expect(await call(method, path, body, key)).toMatchObject({ status, body: { code } })
    expect((await call('GET', '/family-system/ledger')).body).toEqual([])
  })

  it('refuse a key that comes again with another order', async () => {
    await call('POST', cases, opening, 'k')
    const other = await call('POST', cases, { ...opening, offerId: 'referral-k7qm4d2x-2' }, 'k')
    expect(other).toMatchObject({ status: 422, body: { code: 'key-reused' } })
  })

  it('fail as asked, show it, and are well again when the fault is lifted', async () => {
    await call('PUT', '/faults/family-system', { mode: 'status', status: 429, retryAfter: 7 })
    expect((await call('GET', '/faults')).body).toEqual({
      'family-system': { mode: 'status', status: 429, retryAfter: 7 },
    })
    const refused = await call('POST', cases, opening, 'k')
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '7'])
    expect((await call('DELETE', '/faults/family-system')).body).toEqual({})
    expect((await call('POST', cases, opening, 'k')).status).toBe(200)
  })

  it('still show their ledger while they are down', async () => {
    await call('PUT', '/faults/family-system', { mode: 'down' })
    await expect(call('POST', cases, opening, 'k')).rejects.toThrow('fetch failed')
    expect((await call('GET', '/family-system/ledger')).body).toEqual([])
  })

  it('finish a request under way before they stop', async () => {
    await call('PUT', '/faults/family-system', { mode: 'latency', ms: 200, count: 1 })
    const underWay = call('POST', cases, opening, 'k')
    await new Promise(resolve => setTimeout(resolve, 50))
    await simulators.stop()
    expect((await underWay).status).toBe(200)
    await start()
    expect((await call('GET', '/family-system/ledger')).body).toHaveLength(1)
  })

  it('do not start on a port that is taken', async () => {
    const port = Number(new URL(simulators.url).port)
    const second = startSimulators({ port, host: '127.0.0.1', dataDir, institutions, smtpPort: 0 })
    await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })
})
