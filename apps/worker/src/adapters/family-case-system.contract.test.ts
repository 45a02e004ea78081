import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { FamilyCaseOpening, FamilyCaseSystem } from '../ports/family-case-system.js'
import { httpFamilyCaseSystem } from './http-family-case-system.js'
import { practiceFamilyCaseSystem } from './practice-family-case-system.js'
import { type Simulation, simulation } from '@brobygger/simulators/testing'

const opening: FamilyCaseOpening = {
  key: 'referral-k7qm4d2x-1/accept',
  caseId: 'k7qm4d2x',
  offerId: 'referral-k7qm4d2x-1',
  at: '2027-02-22T08:00:00.000Z',
}

describe('family case system', () => {
  let simulators: Simulation
  beforeAll(async () => {
    simulators = await simulation()
  })
  afterAll(() => simulators.stop())

  const adapters: [string, () => FamilyCaseSystem][] = [
    ['over HTTP', () => httpFamilyCaseSystem({ baseUrl: `${simulators.url}/family-system/` })],
    ['in practice', () => practiceFamilyCaseSystem()],
  ]

  describe.each(adapters)('%s', (_name, system) => {
    it('gives the case a number', async () => {
      expect((await system().open(opening)).caseNumber).toMatch(/^(FG-2027-\d{5}|practice-[0-9a-f]{12})$/)
    })

    it('gives a repeated key the first number', async () => {
      expect(await system().open(opening)).toEqual(await system().open(opening))
    })

    it('gives another key a number of its own', async () => {
      const other = { ...opening, key: 'referral-k7qm4d2x-2/accept', offerId: 'referral-k7qm4d2x-2' }
      expect(await system().open(other)).not.toEqual(await system().open(opening))
    })
  })

  it('opens one case for each key over HTTP', async () => {
    expect(await simulators.keys('family-system')).toEqual([
      'referral-k7qm4d2x-1/accept',
      'referral-k7qm4d2x-2/accept',
    ])
  })

  it('refuses a key that was used for another case', async () => {
    const system = httpFamilyCaseSystem({ baseUrl: `${simulators.url}/family-system` })
    const opened = system.open({ ...opening, caseId: 'zzzz0000' })
    await expect(opened).rejects.toMatchObject({ code: 'refused', retryable: false })
  })

  it('forgets a case that is erased, and gives its number to no other', async () => {
    const system = httpFamilyCaseSystem({ baseUrl: `${simulators.url}/family-system` })
    const { caseNumber } = await system.open(opening)
    const asking = { key: 'erasure-a0b1c2d3-2.forget', caseId: opening.caseId, at: opening.at }
    expect(await system.forget(asking)).toEqual({ forgotten: 2 })
    expect(await simulators.keys('family-system')).toEqual([])
    expect(await system.forget(asking)).toEqual({ forgotten: 2 })
    const next = await system.open({ ...opening, key: 'referral-zzzz0000-1/accept', caseId: 'zzzz0000' })
    expect(next.caseNumber).not.toBe(caseNumber)
    expect(next.caseNumber).toMatch(/-00003$/)
  })
})
