import { describe, expect, it } from '@jest/globals'
import { partEnvironment } from './part-environment.js'

describe('partEnvironment', () => {
  it('passes the machine’s variables on, and of ours only those that were given', () => {
    const own = {
      PATH: '/bin',
      OWNER_DATABASE_URL: 'postgres://secret',
      DATABASE_URL: 'postgres://admin',
      TZ: 'UTC',
    }
    expect(partEnvironment(own, { DATABASE_URL: 'postgres://part' })).toEqual({
      PATH: '/bin',
      TZ: 'UTC',
      DATABASE_URL: 'postgres://part',
    })
  })

  it('keeps the options of a test run’s Node from the parts', () => {
    expect(partEnvironment({ NODE_OPTIONS: '--experimental-vm-modules' }, {})).toEqual({})
  })
})
