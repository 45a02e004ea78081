import { describe, expect, it } from '@jest/globals'
import { randomOf } from './random.js'

const draw = (seed: number) => {
  const random = randomOf(seed)
  return Array.from({ length: 200 }, () => random.between(1, 6))
}

describe('chance with a seed', () => {
  it('comes out the same for the same seed, and differently for another', () => {
    expect(draw(7)).toEqual(draw(7))
    expect(draw(7)).not.toEqual(draw(8))
  })

  it('reaches both bounds and nothing beyond', () => {
    expect([...new Set(draw(1))].sort()).toEqual([1, 2, 3, 4, 5, 6])
  })

  it('picks from everything there is', () => {
    const random = randomOf(3)
    const picked = Array.from({ length: 100 }, () => random.pick(['a', 'b', 'c']))
    expect([...new Set(picked)].sort()).toEqual(['a', 'b', 'c'])
  })
})
