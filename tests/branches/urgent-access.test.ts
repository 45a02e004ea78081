import { beforeEach, describe, expect, it } from '@jest/globals'
import { accessesTo } from '../support/access-log.js'
import { call } from '../support/http.js'
import { PracticeCase } from '../support/practice-case.js'

interface Read {
  readonly texts: Record<string, object>
}

let child: PracticeCase

beforeEach(async () => {
  child = await PracticeCase.raise(0, 'r-101001', {
    institution: '101001',
    ageBand: '3-5',
    mainCategory: 'structure',
  })
  await child.answer('triage', 'sw-anna', { outcome: 'takenOn', why: 'Forældrene vil gerne tale.' })
})

const read = (as: string) => call<Read>('GET', `/cases/${child.id}`, as)
const why = { why: 'Politiet ringer, og Anna er på ferie.' }

describe('urgent access to a child’s case', () => {
  it('opens it for half an hour of reading, never for writing, and stands in the log', async () => {
    expect((await read('sw-bo')).status).toBe(403)
    const key = { 'idempotency-key': `urgent-${child.id}` }
    const taken = await call<{ until: string }>('POST', `/cases/${child.id}/break-glass`, 'sw-bo', why, key)
    expect(taken.status).toBe(201)
    const left = Date.parse(taken.body.until) - Date.now()
    expect(left).toBeGreaterThan(29 * 60_000)
    expect(left).toBeLessThanOrEqual(30 * 60_000)

    const again = await call<{ until: string }>('POST', `/cases/${child.id}/break-glass`, 'sw-bo', why, key)
    expect(again.body.until).toBe(taken.body.until)

    const seen = await read('sw-bo')
    expect(seen.status).toBe(200)
    expect(Object.keys(seen.body.texts)).not.toHaveLength(0)
    const note = await call('POST', `/cases/${child.id}/notes`, 'sw-bo', { text: 'Jeg var her.' })
    expect(note.status).toBe(403)
    expect(await accessesTo(child.id)).toContainEqual(
      expect.objectContaining({ actor: 'sw-bo', action: 'getCase', basis: 'breakGlass', outcome: 'allowed' }),
    )
    expect((await read('sw-dina')).status).toBe(403)
  })

  it('needs a reason', async () => {
    const { status } = await call('POST', `/cases/${child.id}/break-glass`, 'sw-bo', {})
    expect(status).toBe(400)
  })
})

describe('a case that is open to named people only', () => {
  it('stays open to whoever works on it and is shut to another leader, until it is lifted', async () => {
    expect((await review()).status).toBe(200)
    const restricted = await child.post('restriction', 'tl-eva', { people: ['sw-dina'], ...why })
    expect(restricted.status).toBe(200)
    expect((await read('sw-anna')).status).toBe(200)
    const { status, body } = await call<{ code: string }>(
      'GET',
      `/cases/${child.id}`,
      'ml-finn',
      undefined,
      stated,
    )
    expect([status, body.code]).toEqual([403, 'case-restricted'])

    expect((await child.post('restriction/lift', 'tl-eva', why)).status).toBe(200)
    expect((await review()).body.texts).not.toEqual({})
  })

  it('opens to urgent access all the same: danger is not told beforehand', async () => {
    await child.post('restriction', 'tl-eva', { people: ['sw-dina'], ...why })
    const taken = await call('POST', `/cases/${child.id}/break-glass`, 'sw-bo', why)
    expect(taken.status).toBe(201)
    expect((await read('sw-bo')).status).toBe(200)
  })
})

const stated = { 'x-brobygger-reason': 'review' }
/** The next manager looks, and says why. */
const review = () => call<Read>('GET', `/cases/${child.id}`, 'ml-finn', undefined, stated)
