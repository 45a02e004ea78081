import { describe, expect, it } from '@jest/globals'
import { thoseAtOnce } from './those-at-once.js'

const sent = (effect: string) => Promise.resolve({ effect })

describe('letters that somebody waits for', () => {
  it('go although the mail server is down: what has to be handed over is in the tray of whoever does that', async () => {
    const down = Promise.reject<{ effect: string }>(new Error('down'))
    expect(await thoseAtOnce([sent('e1'), down, sent('e3')])).toEqual([{ effect: 'e1' }, { effect: 'e3' }])
  })

  it('are not held up by one that hangs', async () => {
    const hangs = new Promise<{ effect: string }>(() => undefined)
    const began = Date.now()
    expect(await thoseAtOnce([hangs, sent('e2')])).toEqual([{ effect: 'e2' }])
    expect(Date.now() - began).toBeLessThan(1_000)
  })
})
