import { describe, expect, it } from '@jest/globals'
import { isAtLeast } from './versions.js'

describe('isAtLeast', () => {
  it.each([
    ['1.32.0', '1.32.0', true],
    ['1.32.10', '1.32.9', true],
    ['2.0.0', '1.99.99', true],
    ['1.31.9', '1.32.0', false],
    ['1.9.0', '1.32.0', false],
    ['1.32.0-rc.1', '1.32.0', true],
  ])('%s against %s is %s', (version, oldest, expected) => {
    expect(isAtLeast(version, oldest)).toBe(expected)
  })
})
