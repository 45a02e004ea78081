import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { Breaker, Resting } from './breaker.js'

const up = () => Promise.resolve('up')

describe('a service somebody waits for', () => {
  beforeEach(() => {
    jest.useFakeTimers()
  })
  afterEach(() => {
    jest.useRealTimers()
  })

  it('is left alone for half a minute after it failed, then asked again', async () => {
    const breaker = new Breaker()
    await expect(breaker.call(() => Promise.reject(new Error('down')))).rejects.toThrow('down')
    await expect(breaker.call(up)).rejects.toBeInstanceOf(Resting)
    jest.advanceTimersByTime(30_001)
    await expect(breaker.call(up)).resolves.toBe('up')
  })

  it('is left alone when a call hangs', async () => {
    const breaker = new Breaker()
    void breaker.call(() => new Promise(() => undefined))
    jest.advanceTimersByTime(901)
    await expect(breaker.call(up)).rejects.toBeInstanceOf(Resting)
  })

  it('serves many at once while it answers', async () => {
    const breaker = new Breaker()
    await expect(Promise.all([breaker.call(up), breaker.call(up)])).resolves.toEqual(['up', 'up'])
  })
})
