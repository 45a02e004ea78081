import { homedir } from 'node:os'
import { describe, expect, it } from '@jest/globals'
import { cacheFolder } from './cache-folder.js'

describe('cacheFolder', () => {
  it('prefers what was asked for, then the platform’s folder, then the home folder', () => {
    expect(cacheFolder({ BROBYGGER_CACHE: '/a', XDG_CACHE_HOME: '/b' })).toBe('/a')
    expect(cacheFolder({ XDG_CACHE_HOME: '/b' })).toBe('/b/brobygger')
    expect(cacheFolder({})).toBe(`${homedir()}/.cache/brobygger`)
  })
})
