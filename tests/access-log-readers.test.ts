import { beforeAll, describe, expect, it } from '@jest/globals'
import { accessesTo } from './support/access-log.js'
import { offered } from './support/courses.js'
import { call } from './support/http.js'
import { PracticeCase } from './support/practice-case.js'

let child: PracticeCase

beforeAll(async () => {
  child = await PracticeCase.raise(0, 'r-101001', {
    institution: '101001',
    ageBand: '3-5',
    mainCategory: 'structure',
  })
  await call('GET', `/cases/${child.id}`, 'sw-anna')
})

describe('whoever may look into the access log', () => {
  it('is the data protection officer, and that look is written down, too', async () => {
    const { status, body } = await call<{ items: { actor: string; action: string }[] }>(
      'GET',
      `/access-log?case=${child.id}`,
      'dpo-nina',
    )
    expect(status).toBe(200)
    expect(body.items).toContainEqual(expect.objectContaining({ actor: 'sw-anna', action: 'getCase' }))
    expect(await accessesTo(child.id)).toContainEqual(
      expect.objectContaining({ actor: 'dpo-nina', action: 'listAccesses', outcome: 'allowed' }),
    )
  })

  it.each([
    ['/access-log', 'sw-anna'],
    ['/access-log', 'tl-eva'],
    ['/access-log/export?case=k7qm4d2x9a', 'tl-eva'],
    ['/access-log/sample?from=2026-01-01&to=2026-01-07', 'sw-anna'],
    ['/access-log/sample?from=2026-01-01&to=2026-01-07', 'dpo-nina'],
  ])('does not get %s as %s', async (path, as) => {
    const { status, body } = await call('GET', path, as)
    expect([status, body['code']]).toEqual([403, 'access-denied'])
  })

  it('is a leader for a sample of days that are over', async () => {
    const over = await call('GET', '/access-log/sample?from=2026-01-01&to=2026-01-07', 'tl-eva')
    expect([over.status, over.body]).toEqual([200, { items: [] }])
    const today = await call('GET', '/access-log/sample?from=2026-01-01&to=2099-01-07', 'tl-eva')
    expect([today.status, today.body['code']]).toEqual([400, 'period-not-over'])
    const backwards = await call('GET', '/access-log/sample?from=2026-01-07&to=2026-01-01', 'tl-eva')
    expect([backwards.status, backwards.body['code']]).toEqual([400, 'input-invalid'])
  })

  it('reviews no line that is not there', async () => {
    const answer = await call('POST', '/access-log/999999999/reviews', 'tl-eva', { verdict: 'fine' })
    expect([answer.status, answer.body['code']]).toEqual([404, 'log-entry-unknown'])
  })
})

describe('the export for a data subject', () => {
  const path = () => `/access-log/export?case=${child.id}`

  it('has dates, purposes and units, and nobody’s name', async () => {
    const { body } = await call<{ items: Record<string, unknown>[] }>('GET', path(), 'dpo-nina')
    expect(body.items).toContainEqual(
      expect.objectContaining({
        action: { da: 'Se sagen', en: 'See the case' },
        administration: { da: 'Børne- og ungeforvaltningen', en: 'Children and youth' },
        roles: [{ da: 'Fremskudt socialrådgiver', en: 'Outreach social worker' }],
        purpose: { da: 'Hjælp til barnet', en: 'Help for the child' },
      }),
    )
    expect(JSON.stringify(body)).not.toMatch(/sw-anna|"staff"/)
  })

  it('says in words what crossed to another administration, and no code is left', async () => {
    const { offered: one, offer } = await offered()
    await call('POST', `/handovers/${offer}/accept`, 'fg-gitte', { screening: 'noClarification' })
    const address = `/access-log/export?case=${one.id}`
    const { body } = await call<{ items: Record<'action' | 'purpose' | 'basis', { da: string }>[] }>(
      'GET',
      address,
      'dpo-nina',
    )
    expect(body.items.map(({ action }) => action.da)).toEqual(
      expect.arrayContaining(['Sende til en anden forvaltning', 'Lade en anden forvaltning læse tekster']),
    )
    const words = body.items.flatMap(({ action, purpose, basis }) => [action.da, purpose.da, basis.da])
    expect(words.filter(word => !/^[A-ZÆØÅ]/.test(word))).toEqual([])
  })

  it('has names only where a reason is stated, by a code', async () => {
    const without = await call('GET', `${path()}&names=true`, 'dpo-nina')
    expect([without.status, without.body['code']]).toEqual([400, 'reason-missing'])
    const headers = { 'x-brobygger-reason': 'complaint' }
    const named = await call<{ items: { action: { da: string }; staff?: string }[] }>(
      'GET',
      `${path()}&names=true`,
      'dpo-nina',
      undefined,
      headers,
    )
    const staff = await call<{ items: { id: string; name: string }[] }>('GET', '/staff', 'dpo-nina')
    const anna = staff.body.items.find(({ id }) => id === 'sw-anna')?.name
    expect(named.body.items.find(({ action }) => action.da === 'Se sagen')?.staff).toBe(anna)
  })

  it('comes as a file for a spreadsheet, too', async () => {
    const url = `${process.env['BRO_TEST_API_URL'] ?? ''}/api${path()}&format=csv`
    const response = await fetch(url, { headers: { 'x-brobygger-person': 'dpo-nina' } })
    const [head, ...lines] = (await response.text()).trimEnd().split('\r\n')
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(head).toBe('"tidspunkt","forvaltning","funktion","handling","formål","grundlag","oplysninger"')
    expect(lines.length).toBeGreaterThan(1)
    expect(lines.join()).toContain('"Se sagen"')
  })
})
