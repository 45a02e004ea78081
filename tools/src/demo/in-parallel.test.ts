import { describe, expect, it } from '@jest/globals'
import { inParallel } from './in-parallel.js'

const turn = () => new Promise(resolve => setTimeout(resolve, 5))

describe('inParallel', () => {
  it('does everything once, never more at a time than asked for', async () => {
    const done: number[] = []
    let running = 0
    let most = 0
    const work = async (thing: number) => {
      most = Math.max(most, ++running)
      await turn()
      running -= 1
      done.push(thing)
    }
    await inParallel({ things: [1, 2, 3, 4, 5], width: 2, signal: new AbortController().signal, work })
    expect(done.sort()).toEqual([1, 2, 3, 4, 5])
    expect(most).toBe(2)
  })

  it('begins nothing after the signal, and waits for what is under way', async () => {
    const control = new AbortController()
    const done: number[] = []
    const work = async (thing: number) => {
      if (thing === 1) control.abort(new Error('interrupted'))
      await turn()
      done.push(thing)
    }
    const all = inParallel({ things: [1, 2, 3, 4], width: 2, signal: control.signal, work })
    await expect(all).rejects.toThrow('interrupted')
    expect(done).not.toContain(3)
    expect(done).toContain(1)
  })
})
