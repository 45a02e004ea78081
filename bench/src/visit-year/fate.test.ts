import { describe, expect, it } from '@jest/globals'
import { fateOf } from './fate.js'

const visits = Array.from({ length: 700 }, (_, n) => ({
  cluster: 'eng',
  institution: '105001',
  on: `2027-${n}`,
}))

describe('the visits of the year that is played', () => {
  it('meet the same fate every time, so that two runs can be compared', () => {
    expect(visits.map(fateOf)).toEqual(visits.map(fateOf))
  })

  it('are mostly held; some are moved, cancelled and missed, and some bring an enquiry', () => {
    const fates = visits.map(fateOf)
    const share = (outcome: string) => fates.filter(fate => fate.outcome === outcome).length / fates.length
    expect(share('held')).toBeGreaterThan(0.8)
    for (const outcome of ['moved', 'cancelled', 'missed']) expect(share(outcome)).toBeGreaterThan(0.005)
    expect(fates.some(({ enquiry }) => enquiry)).toBe(true)
  })
})
