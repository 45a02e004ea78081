import { describe, expect, it } from '@jest/globals'
import { parseRotationOptions } from './rotation-options.js'

describe('the options of a rotation', () => {
  it.each([
    [[], { newVersions: true, retire: false }],
    [['--continue'], { newVersions: false, retire: false }],
    [['--retire'], { newVersions: false, retire: true }],
  ])('%j', (args, options) => {
    expect(parseRotationOptions(args)).toEqual(options)
  })

  it('that do not exist are refused with those that do', () => {
    expect(() => parseRotationOptions(['--now'])).toThrow('npm run keys:rotate [-- --continue | --retire]')
  })
})
