import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { PortError } from '../../ports/errors.js'
import { Breakers, type BreakerStore } from './breakers.js'

const outage = (retryAfterMs?: number) =>
  new PortError({
    system: 'email',
    code: 'unavailable',
    reason: 'timeout',
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  })
const refusal = new PortError({ system: 'email', code: 'refused', reason: 'status-550' })

/** A store that says `may`, and remembers what it was told. */
function storeThat(may: 'ask' | 'try' | 'wait' | 'away', hurried = false) {
  const told: unknown[] = []
  const asked: string[] = []
  const store: BreakerStore = {
    mayCall: system => {
      asked.push(system)
      if (may === 'away') return Promise.reject(new Error('down'))
      return Promise.resolve(may === 'wait' ? { may, waitMs: 7_000 } : { may })
    },
    noteFailure: async failure => void told.push(failure),
    noteSuccess: async system => void told.push(`${system} answers`),
    unasked: () =>
      may === 'away' ? Promise.reject(new Error('down')) : Promise.resolve(['email', 'caseIndex'] as const),
  }
  const breakers = new Breakers(store, () => hurried)
  const knocks: string[] = []
  const answer = async () => void knocks.push('knock')
  return { told, asked, knocks, breakers, call: breakers.guard('email', answer) }
}

describe('a call to a system outside', () => {
  it('goes out while the system answers, and tells nobody', async () => {
    const { call, told } = storeThat('ask')
    await expect(call(() => Promise.resolve('sent'))).resolves.toBe('sent')
    expect(told).toEqual([])
  })

  it('is not made while the system is left alone, and says when it may be', async () => {
    const { call: tried } = storeThat('wait')
    let asked = false
    const call = tried(async () => {
      asked = true
    })
    await expect(call).rejects.toMatchObject({ code: 'unavailable', reason: 'resting', retryAfterMs: 7_000 })
    expect(asked).toBe(false)
  })

  it('that fails tells all workers, with the wait the system asks for', async () => {
    const { call, told } = storeThat('ask')
    await expect(call(() => Promise.reject(outage(9_000)))).rejects.toThrow()
    expect(told).toEqual([{ system: 'email', reason: 'timeout', retryAfterMs: 9_000 }])
  })

  it.each([
    ['an answer', () => Promise.resolve('sent')],
    ['a refusal', () => Promise.reject(refusal)],
  ])('that gets %s as the one who tries opens the system to all', async (_, run) => {
    const { call, told } = storeThat('try')
    await call(run).catch(() => undefined)
    expect(told).toEqual(['email answers'])
  })

  it('goes out while nobody can say how the system is', async () => {
    const { call } = storeThat('away')
    await expect(call(() => Promise.resolve('sent'))).resolves.toBe('sent')
  })

  it('asks the store once in a while, and again as soon as one fails', async () => {
    const { call, asked } = storeThat('ask')
    for (let n = 0; n < 3; n += 1) await call(() => Promise.resolve('sent'))
    expect(asked).toEqual(['email'])
    await call(() => Promise.reject(outage())).catch(() => undefined)
    await call(() => Promise.resolve('sent'))
    expect(asked).toEqual(['email', 'email'])
  })
})

describe('a call that a caseworker waits for', () => {
  beforeEach(() => {
    jest.useFakeTimers()
  })
  afterEach(() => {
    jest.useRealTimers()
  })
  const quick = () => Promise.resolve('sent')

  it('is not made for half a minute after one failed; the patient go on', async () => {
    const waiting = storeThat('ask', true)
    await waiting.call(() => Promise.reject(outage())).catch(() => undefined)
    await expect(waiting.call(quick)).rejects.toMatchObject({ reason: 'resting' })
    await expect(waiting.breakers.guard('digitalPost', quick)(quick)).resolves.toBe('sent')
    jest.advanceTimersByTime(30_001)
    await expect(waiting.call(quick)).resolves.toBe('sent')

    const patient = storeThat('ask')
    await patient.call(() => Promise.reject(outage())).catch(() => undefined)
    await expect(patient.call(quick)).resolves.toBe('sent')
  })

  it('is not made while another one hangs', async () => {
    const { call } = storeThat('ask', true)
    void call(() => new Promise(() => undefined))
    await jest.advanceTimersByTimeAsync(901)
    await expect(call(quick)).rejects.toMatchObject({ reason: 'resting' })
  })
})

describe('a system that nobody asks any more', () => {
  it('is knocked at, and open to all when it answers', async () => {
    const { breakers, knocks, told } = storeThat('try')
    await breakers.knock()
    expect(knocks).toEqual(['knock'])
    expect(told).toEqual(['email answers'])
  })

  it('is noted as failing still when it does not', async () => {
    const { breakers, told } = storeThat('try')
    breakers.guard('email', () => Promise.reject(outage()))
    await breakers.knock()
    expect(told).toEqual([{ system: 'email', reason: 'timeout' }])
  })

  it('is knocked at by one worker only', async () => {
    const { breakers, knocks } = storeThat('wait')
    await breakers.knock()
    expect(knocks).toEqual([])
  })

  it('is not known while the store is away, and that disturbs nobody', async () => {
    const { breakers, knocks } = storeThat('away')
    await breakers.knock()
    expect(knocks).toEqual([])
  })
})
