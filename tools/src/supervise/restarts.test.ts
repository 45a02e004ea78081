import { describe, expect, it } from '@jest/globals'
import { Restarts } from './restarts.js'

describe('Restarts', () => {
  it('waits longer after every death, up to five seconds, and then gives up', () => {
    const restarts = new Restarts(() => 0)
    const waits = Array.from({ length: 8 }, () => restarts.afterDeath(true))
    expect(waits).toEqual([250, 500, 1000, 2000, 4000, 5000, 5000, undefined])
  })

  it('gives up sooner on a part that never served', () => {
    const restarts = new Restarts(() => 0)
    expect([1, 2, 3].map(() => restarts.afterDeath(false))).toEqual([250, 500, undefined])
  })

  it('forgets deaths that are more than a minute old', () => {
    let now = 0
    const restarts = new Restarts(() => now)
    for (let i = 0; i < 7; i++) restarts.afterDeath(true)
    now = 61_000
    expect(restarts.afterDeath(true)).toBe(250)
  })
})
