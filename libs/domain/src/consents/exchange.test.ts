import { describe, expect, it } from '@jest/globals'
import { mayExchange } from './exchange.js'

const meeting = { followUp: false }
const followUp = { followUp: true }

describe('an exchange without consent', () => {
  it('is one meeting, and one that follows it up', () => {
    expect(mayExchange([], meeting)).toBe(true)
    expect(mayExchange([meeting], followUp)).toBe(true)
    expect(mayExchange([meeting], meeting)).toBe(false)
    expect(mayExchange([meeting, followUp], followUp)).toBe(false)
    expect(mayExchange([meeting, followUp], meeting)).toBe(false)
  })

  it('follows nothing up before there was a meeting', () => {
    expect(mayExchange([], followUp)).toBe(false)
  })
})
