import { createHash } from 'node:crypto'
import { type Simulation, simulation } from '@brobygger/simulators/testing'
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import type { CaseIndex, CaseIndexEntry } from '../../ports/case-index.js'
import { connectionsTo, type OwnCertificate } from '../outbound/own-certificate.js'
import { stsTokens } from '../outbound/sts-tokens.js'
import { uuidOfKey } from '../outbound/uuid-of-key.js'
import { practiceCaseIndex } from './practice-case-index.js'
import { CASE_INDEX_ENTITY, sf1470CaseIndex } from './sf1470-case-index.js'

// MedCom's national test numbers: CPR keeps them free, and they fail modulus 11. Everything else is made up.
const [child, sister] = ['1310169996', '1310169995']
const uuid = (digit: string) => `${digit.repeat(8)}-2222-4333-8444-555555555555`
const known = {
  organisation: uuid('a'),
  system: uuid('b'),
  units: { 'family-group': uuid('c') },
  kle: { number: '27.24.00', class: uuid('d') },
}
const owner = { name: 'Bro Kommune', cvr: '12345678', known }

let simulators: Simulation
const overSoap = ({
  own = simulators.caller,
  timeoutMs = 2_000,
}: { own?: OwnCertificate; timeoutMs?: number } = {}): CaseIndex => {
  const base = { system: 'caseIndex', dispatcher: connectionsTo('caseIndex', own), timeoutMs } as const
  const tokens = stsTokens(
    { ...base, baseUrl: `${simulators.doorUrl}/sts` },
    { cvr: '12345678', certificate: own.certificate, entityId: CASE_INDEX_ENTITY },
  )
  return sf1470CaseIndex({ ...base, baseUrl: `${simulators.doorUrl}/case-index`, tokens }, owner)
}
beforeAll(async () => {
  simulators = await simulation()
})
afterAll(() => simulators.stop())
afterEach(() => simulators.heal('case-index'))

let count = 0
/** A case of its own for each test. */
const another = (): CaseIndexEntry => ({
  key: `concern-k7qm4d2x${(count += 1)}`,
  caseId: `k7qm4d2x${count}`,
  cprNumber: child,
  status: 'open',
  at: '2027-02-22T08:00:00.000Z',
})
const states = async ({ key }: CaseIndexEntry) =>
  (await simulators.ledger('case-index')).filter(line => line.key.startsWith(uuidOfKey(key)))
const search = (index: CaseIndex, cprNumber: string, except: string[] = []) =>
  index.search({ cprNumber, caseId: 'k7qm4d2x', purpose: 'identify', except })

const adapters: [string, () => CaseIndex][] = [
  ['over SF1470', overSoap],
  ['in practice', practiceCaseIndex],
]

describe.each(adapters)('the case index %s', (_name, index) => {
  it('takes a case in, changed and unchanged, and lets it go', async () => {
    const entry = another()
    expect(await index().keep(entry)).toEqual({ indexed: true })
    expect(await index().keep(entry)).toEqual({ indexed: true })
    expect(await index().keep({ ...entry, status: 'closed' })).toEqual({ indexed: true })
    await index().remove(entry)
    await expect(index().remove(entry)).resolves.toBeUndefined()
  })

  it('knows nobody whom no case is about', async () => {
    expect(await search(index(), sister)).toEqual([])
  })
})

describe('the case index over SF1470', () => {
  it('learns who is responsible for which child, and nothing of why', async () => {
    const entry = another()
    await overSoap().keep(entry)
    expect((await states(entry)).map(({ request }) => request)).toEqual([
      {
        uuid: uuidOfKey(entry.key),
        caseId: entry.caseId,
        title: 'Sag om et barn',
        progress: 'Opstaaet',
        class: '27.24.00',
        unit: uuid('c'),
        unitName: 'Familiegruppen',
        person: createHash('sha256').update(`urn:oio:cpr-nr:${child}`).digest('hex'),
      },
    ])
  })

  it('has one entry for a case, which says how it stands', async () => {
    const entry = another()
    const index = overSoap()
    await Promise.all([index.keep(entry), index.keep(entry), index.keep(entry)])
    await index.keep({ ...entry, status: 'closed' })
    const said = (await states(entry)).map(({ request }) => (request as { progress: string }).progress)
    expect(said).toEqual(['Opstaaet', 'Afsluttet'])
    await index.remove(entry)
    expect(await states(entry)).toEqual([])
  })

  it('refuses another case under the id of a first one', async () => {
    const entry = another()
    await overSoap().keep(entry)
    const other = overSoap().keep({ ...entry, caseId: 'zzzz0000' })
    await expect(other).rejects.toMatchObject({ code: 'refused', reason: 'code-40', retryable: false })
  })

  it('tells at which unit a child is known, and leaves out the cases that are ours', async () => {
    const entry = { ...another(), cprNumber: sister }
    await overSoap().keep(entry)
    await simulators.publishCase({
      ...{ uuid: uuid('e'), caseNumber: 'DUBU-1', number: sister },
      ...{ unit: uuid('f'), unitName: 'Handicapafdelingen' },
    })
    const units = async (except: string[]) =>
      (await search(overSoap(), sister, except)).map(({ unit }) => unit).sort()
    expect(await units([])).toEqual([uuid('c'), uuid('f')])
    expect(await units([entry.key])).toEqual([uuid('f')])
  })

  it('asks for one token, and for a new one when it is taken back', async () => {
    const index = overSoap()
    const before = (await simulators.keys('sts')).length
    await Promise.all([index.keep(another()), index.keep(another())])
    expect((await simulators.keys('sts')).length).toBe(before + 2)
    await simulators.revokeTokens()
    await index.keep(another())
    expect((await simulators.keys('sts')).length).toBe(before + 4)
  })

  it.each([
    [{ mode: 'down' } as const, 'connection'],
    [{ mode: 'status', status: 503 } as const, 'status-503'],
    [{ mode: 'half' } as const, 'connection'],
    [{ mode: 'malformed' } as const, 'malformed'],
    [{ mode: 'lostAnswer' } as const, 'connection'],
    [{ mode: 'latency', ms: 3_000, count: 1 } as const, 'timeout'],
    [{ mode: 'expiredCertificate' } as const, 'connection'],
  ])('under %j waits, and then has the case once', async (fault, reason) => {
    const index = overSoap({ timeoutMs: 800 })
    const entry = another()
    await simulators.fault('case-index', fault)
    await expect(index.keep(entry)).rejects.toMatchObject({
      code: 'unavailable',
      reason: expect.stringContaining(reason),
      retryable: true,
    })
    await simulators.heal('case-index')
    await index.keep(entry)
    expect(await states(entry)).toHaveLength(1)
  })

  it('waits while no token is given: that is no refusal of the case', async () => {
    await simulators.fault('sts', { mode: 'status', status: 400 })
    await expect(overSoap().keep(another())).rejects.toMatchObject({
      code: 'unavailable',
      reason: 'token-status-400',
    })
    await simulators.heal('sts')
  })

  it('is shut to whoever shows no certificate', async () => {
    const plain = await fetch(`${simulators.url}/case-index/sagdokumentindeks/6`, { method: 'POST' })
    expect(plain.status).toBe(403)
  })

  it('says nothing of the child in its error', async () => {
    await simulators.fault('case-index', { mode: 'lostAnswer', count: 1 })
    const entry = another()
    const error: unknown = await overSoap()
      .keep(entry)
      .catch((caught: unknown) => caught)
    const said = `${String(error)} ${JSON.stringify(error)}`
    for (const content of [child, entry.caseId, simulators.doorUrl]) expect(said).not.toContain(content)
  })
})
