import { describe, expect, it } from '@jest/globals'
import { parseDemoOptions } from './options.js'

describe('parseDemoOptions', () => {
  it('plays everything when nothing is said', () => {
    expect(parseDemoOptions([])).toEqual({ help: false, cases: 334, api: undefined })
  })

  it('takes a sample and an address, with or without the path of the API', () => {
    const asked = parseDemoOptions(['--sample', '20', '--api', 'http://127.0.0.1:3100/api/'])
    expect(asked).toEqual({ help: false, cases: 20, api: 'http://127.0.0.1:3100' })
  })

  it.each([
    ['--sample', '0'],
    ['--sample', '335'],
    ['--sample', 'some'],
    ['--api', 'localhost'],
    ['--api', 'ftp://localhost'],
  ])('names %s when it is %s', (option, value) => {
    expect(() => parseDemoOptions([option, value])).toThrow(option)
  })

  it('refuses what it does not know', () => {
    expect(() => parseDemoOptions(['--all'])).toThrow('--all')
  })
})
