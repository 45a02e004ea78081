import { describe, expect, it } from '@jest/globals'
import { someNumber } from './some-number.js'

describe('made-up numbers', () => {
  it('all fail modulus 11, and are all different', () => {
    const numbers = Array.from({ length: 12_000 }, (_, n) => someNumber(n))
    const weights = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1]
    for (const number of numbers) {
      expect(number).toMatch(/^\d{10}$/)
      expect(weights.reduce((sum, weight, i) => sum + weight * Number(number[i]), 0) % 11).not.toBe(0)
    }
    expect(new Set(numbers).size).toBe(numbers.length)
  })
})
