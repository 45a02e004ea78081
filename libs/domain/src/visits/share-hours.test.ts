import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { shareHours } from './share-hours.js'

const institutions = (weights: readonly number[]) =>
  weights.map((weight, n) => ({ institution: `10100${n}`, weight }))
const anyCluster = fc.record({
  hours: fc.integer({ min: 4, max: 400 }).map(quarters => quarters / 4),
  hoursPerVisit: fc.integer({ min: 1, max: 6 }),
  institutions: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 9 }).map(institutions),
  least: fc.constant(1),
  most: fc.integer({ min: 1, max: 4 }),
})

describe('the hours of a cluster', () => {
  it('go to whoever carries most, and all are visited', () => {
    const shares = shareHours({
      hours: 18,
      hoursPerVisit: 3,
      institutions: institutions([4, 1, 1]),
      least: 1,
      most: 2,
    })
    expect(shares).toEqual([
      { institution: '101000', hours: 12, visits: 2 },
      { institution: '101001', hours: 3, visits: 1 },
      { institution: '101002', hours: 3, visits: 1 },
    ])
  })

  it('add up to the last quarter of an hour', () => {
    fc.assert(
      fc.property(anyCluster, cluster => {
        expect(shareHours(cluster).reduce((sum, { hours }) => sum + hours, 0)).toBe(cluster.hours)
      }),
    )
  })

  it('never give a heavier institution fewer hours or visits, nor any of them too few or too many visits', () => {
    fc.assert(
      fc.property(anyCluster, cluster => {
        const shares = shareHours(cluster)
        cluster.institutions.forEach((one, i) => {
          const own = shares[i]
          expect(own?.visits).toBeGreaterThanOrEqual(cluster.least)
          expect(own?.visits).toBeLessThanOrEqual(cluster.most)
          cluster.institutions.forEach((other, j) => {
            if (one.weight <= other.weight) return
            expect(own?.hours).toBeGreaterThanOrEqual(shares[j]?.hours ?? 0)
            expect(own?.visits).toBeGreaterThanOrEqual(shares[j]?.visits ?? 0)
          })
        })
      }),
    )
  })
})
