import { describe, expect, it } from '@jest/globals'
import { parseChaosOptions } from './options.js'

describe('the options of chaos', () => {
  it('have defaults', () => {
    expect(parseChaosOptions([])).toMatchObject({ cases: 50, minutes: 3 })
  })

  it('are taken', () => {
    expect(parseChaosOptions(['--cases', '8', '--minutes', '0.5', '--seed', '42'])).toEqual({
      cases: 8,
      minutes: 0.5,
      seed: 42,
    })
  })

  it('give way to help', () => {
    expect(parseChaosOptions(['--help'])).toBeUndefined()
  })

  it.each([
    ['--cases', '0'],
    ['--cases', '1.5'],
    ['--minutes', 'three'],
    ['--seed', ''],
    ['--seed', '-1'],
  ])('%s %s is refused by name', (option, value) => {
    expect(() => parseChaosOptions([`${option}=${value}`])).toThrow(option)
  })
})
