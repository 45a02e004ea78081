import { describe, expect, it } from '@jest/globals'
import { spreadOf } from './spread.js'

describe('spreadOf', () => {
  it('takes the middle, whatever the order', () => {
    expect(spreadOf([9, 1, 5])).toEqual({ count: 3, median: 5, p95: 8.6 })
  })

  it('lies between the two in the middle', () => {
    expect(spreadOf([1, 2, 3, 10]).median).toBe(2.5)
  })

  it('has nothing to say about nothing', () => {
    expect(() => spreadOf([])).toThrow('Nothing was measured')
  })
})
