import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { MOST_WEIGHT, weightsByBurden } from './weights-by-burden.js'

const weightOf = (concerns: number, severe: number) =>
  weightsByBurden([{ institution: '101001', concerns, severe }])[0]?.weight ?? 0

describe('the weight that is proposed for an institution', () => {
  it.each([
    [0, 0, 1],
    [1, 0, 2],
    [2, 0, 2],
    [2, 1, 3],
    [4, 2, 4],
    [40, 3, 5],
  ])('with %s concerns, %s of them severe, is %s', (concerns, severe, weight) => {
    expect(weightOf(concerns, severe)).toBe(weight)
  })

  it('never falls when more is raised there, and stays between 1 and 5', () => {
    const count = fc.integer({ min: 0, max: 30 })
    fc.assert(
      fc.property(count, count, count, (concerns, severe, more) => {
        expect(weightOf(concerns + more, severe)).toBeGreaterThanOrEqual(weightOf(concerns, severe))
        expect(weightOf(concerns, severe + more)).toBeGreaterThanOrEqual(weightOf(concerns, severe))
        expect(weightOf(concerns, severe)).toBeGreaterThanOrEqual(1)
        expect(weightOf(concerns, severe)).toBeLessThanOrEqual(MOST_WEIGHT)
      }),
    )
  })
})
