import { describe, expect, it } from '@jest/globals'
import { isQuiet, looksNeeded, marchingOrder, nextStop, type Standing } from './lockstep.js'

const standing = (process: string, now: number, next: number | null, busy = false): Standing => ({
  process,
  now,
  next,
  busy,
})

describe('processes of one case go forward together', () => {
  it('stops at the earliest moment that any of them waits for', () => {
    expect(nextStop([standing('concern', 0, 30), standing('consent', 0, 20)], 100)).toBe(20)
  })

  it('goes no further than asked, also when nobody waits for a date', () => {
    expect(nextStop([standing('concern', 0, 300), standing('consent', 0, null)], 100)).toBe(100)
  })

  it('goes straight to the end when nobody else is open, because nothing has to be kept in step', () => {
    expect(nextStop([standing('visitRound', 0, 20)], 100)).toBe(100)
  })

  it('is seen at rest twice where one may just be telling another something, and once where it is alone', () => {
    const one = standing('concern', 10, 20)
    expect(looksNeeded([one, standing('consent', 10, 20)])).toBe(2)
    expect(looksNeeded([one])).toBe(1)
  })

  it('moves the clocks of the others before something falls due for one', () => {
    const [first = [], then = []] = marchingOrder(
      [standing('concern', 0, 20), standing('consent', 5, 90)],
      20,
    )
    expect(first.map(({ process }) => process)).toEqual(['consent'])
    expect(then.map(({ process }) => process)).toEqual(['concern'])
  })

  it('leaves those alone that are there already', () => {
    expect(marchingOrder([standing('concern', 25, 90)], 20).flat()).toEqual([])
  })

  it('waits for whoever works, and for a moment that has come but was not seen yet', () => {
    expect(isQuiet(standing('concern', 10, 20))).toBe(true)
    expect(isQuiet(standing('concern', 10, null))).toBe(true)
    expect(isQuiet(standing('concern', 10, 20, true))).toBe(false)
    expect(isQuiet(standing('concern', 20, 20))).toBe(false)
  })
})
