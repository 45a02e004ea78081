import { accessEntry } from '@brobygger/access-log'
import type { StaffMember } from '@brobygger/domain/organisation'
import { describe, expect, it } from '@jest/globals'
import type { HttpRequest } from '../http/exchange.js'
import { entryOf } from './entry-of.js'
import { namedIn } from './named-cases.js'

const requestId = '7b0f1a5e-4c1f-4bb5-9d0a-2f6f5f5f9a11'
const anna: StaffMember = {
  id: 'sw-anna',
  name: 'Anna Andersen',
  affiliations: [{ administration: 'children-and-youth', unit: 'early-help', role: 'socialWorker' }],
}
const request = (more: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'GET',
  path: '/api/cases/k7qm4d2x9a',
  originalUrl: '/api/cases/k7qm4d2x9a?q=Jensen',
  headers: {},
  params: { id: 'k7qm4d2x9a' },
  caller: anna,
  ...more,
})

describe('the cases of a request', () => {
  it('are those of a page that was shown, each once, and those that its address names', () => {
    const page = {
      items: [
        { id: 'k7qm4d2x9a', practice: false },
        { id: 'concern-aaaaaaaa2b.1', caseId: 'aaaaaaaa2b', practice: true },
        { caseId: 'aaaaaaaa2b', visits: [{ agenda: ['bbbbbbbb2c'] }] },
      ],
    }
    expect(namedIn({ id: 'consent-cccccccc2d-1' }, page)).toEqual({
      cases: ['cccccccc2d', 'k7qm4d2x9a', 'aaaaaaaa2b', 'bbbbbbbb2c'],
      process: 'consent-cccccccc2d-1',
      practice: false,
    })
  })

  it.each([
    ['concern-k7qm4d2x9a.1', 'concern-k7qm4d2x9a'],
    ['referral-k7qm4d2x9a-2', 'referral-k7qm4d2x9a-2'],
    ['visitRound-k7qm4d2x9a.v3', 'visitRound-k7qm4d2x9a'],
  ])('are read from %s', (id, process) => {
    expect(namedIn({ id }, undefined)).toEqual({ cases: ['k7qm4d2x9a'], process, practice: undefined })
  })

  it('are never taken from texts', () => {
    expect(namedIn({}, { texts: { v_1: { seen: 'k7qm4d2x9a' } } }).cases).toEqual([])
  })
})

describe('the line of a request', () => {
  it('says who, in which role, what and which case; the name and the query stay out', () => {
    const entry = entryOf({ request: request(), action: 'getCase', requestId, refusal: null, answer: {} })
    expect(accessEntry.parse(entry)).toMatchObject({
      actor: 'sw-anna',
      roles: ['socialWorker'],
      administration: 'children-and-youth',
      cases: ['k7qm4d2x9a'],
      outcome: 'allowed',
      via: 'header',
    })
    expect(JSON.stringify(entry)).not.toMatch(/Andersen|Jensen/)
  })

  it('says what the access guard found', () => {
    const access = { purpose: 'supervision', basis: 'reason', fields: ['texts'], reason: 'complaint' }
    const login = { assurance: 'substantial', via: 'session' } as const
    const entry = entryOf({
      request: request({ access, login }),
      action: 'getCase',
      requestId,
      refusal: null,
    })
    expect(entry).toMatchObject({ ...access, ...login })
  })

  it('of a refusal shows no fields, and nobody where nobody is known', () => {
    const { caller: _, ...unknown } = request()
    const entry = entryOf({ request: unknown, action: 'getCase', requestId, refusal: 'person-missing' })
    expect(accessEntry.parse(entry)).toMatchObject({
      actor: null,
      outcome: 'refused',
      refusal: 'person-missing',
      cases: ['k7qm4d2x9a'],
      fields: [],
      via: 'none',
    })
  })
})
