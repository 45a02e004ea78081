import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { Tokens } from './tokens.js'

describe('the token that opens a system', () => {
  let given = 0
  let broken = false
  const tokens = () =>
    new Tokens(async () => {
      if (broken) throw new Error('the token service is away')
      given += 1
      return { authorization: `Bearer ${given}`, seconds: 100 }
    })
  beforeEach(() => {
    given = 0
    broken = false
    jest.useFakeTimers()
  })
  afterEach(() => {
    jest.useRealTimers()
  })

  it('is fetched once for everybody who asks at the same time, and kept', async () => {
    const held = tokens()
    expect(await Promise.all([held.current(), held.current()])).toEqual(['Bearer 1', 'Bearer 1'])
    jest.advanceTimersByTime(79_000)
    expect(await held.current()).toBe('Bearer 1')
  })

  it('is renewed before it ends', async () => {
    const held = tokens()
    await held.current()
    jest.advanceTimersByTime(80_000)
    expect(await held.current()).toBe('Bearer 2')
  })

  it('is used to its end while no new one is to be had, and no longer', async () => {
    const held = tokens()
    await held.current()
    broken = true
    jest.advanceTimersByTime(90_000)
    expect(await held.current()).toBe('Bearer 1')
    jest.advanceTimersByTime(10_000)
    await expect(held.current()).rejects.toThrow('away')
  })

  it('is fetched anew when the system no longer takes it, once for all whose call was refused', async () => {
    const held = tokens()
    const refused = await held.current()
    held.drop(refused)
    const next = await held.current()
    held.drop(refused)
    expect([next, await held.current()]).toEqual(['Bearer 2', 'Bearer 2'])
  })
})
