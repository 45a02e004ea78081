import { afterEach, describe, expect, it, jest } from '@jest/globals'
import { Faults, faultSchema } from './faults.js'

describe('faults', () => {
  afterEach(() => {
    jest.useRealTimers()
  })

  it('hold until they are lifted', () => {
    const faults = new Faults()
    faults.set('letters', { mode: 'down' })
    expect([1, 2, 3].map(() => faults.strike('letters')?.mode)).toEqual(['down', 'down', 'down'])
    faults.lift('letters')
    expect(faults.strike('letters')).toBeUndefined()
  })

  it('hit as many requests as asked, then are gone', () => {
    const faults = new Faults()
    faults.set('letters', { mode: 'reset', count: 2 })
    expect([1, 2, 3].map(() => faults.strike('letters')?.mode)).toEqual(['reset', 'reset', undefined])
    expect(faults.list()).toEqual({})
  })

  it('are gone at the instant asked for', () => {
    jest.useFakeTimers({ now: Date.parse('2027-01-22T00:00:00Z') })
    const faults = new Faults()
    faults.set('family-system', { mode: 'down', until: '2027-01-23T00:00:00Z' })
    expect(faults.strike('family-system')?.mode).toBe('down')
    jest.setSystemTime(Date.parse('2027-01-23T00:00:00Z'))
    expect(faults.list()).toEqual({})
    expect(faults.strike('family-system')).toBeUndefined()
  })

  it('come and go by a plan, the first that holds', () => {
    jest.useFakeTimers({ now: Date.parse('2027-01-22T00:00:00Z') })
    const faults = new Faults()
    faults.set(
      'letters',
      { mode: 'reset', from: '2027-01-23T00:00:00Z', count: 1 },
      { mode: 'down', from: '2027-01-23T00:00:00Z', until: '2027-01-24T00:00:00Z' },
    )
    expect(faults.strike('letters')).toBeUndefined()
    jest.setSystemTime(Date.parse('2027-01-23T00:00:00Z'))
    expect([1, 2, 3].map(() => faults.strike('letters')?.mode)).toEqual(['reset', 'down', 'down'])
    jest.setSystemTime(Date.parse('2027-01-24T00:00:00Z'))
    expect(faults.strike('letters')).toBeUndefined()
  })

  it('leave the other services alone', () => {
    const faults = new Faults()
    faults.set('letters', { mode: 'down' })
    expect(faults.strike('register')).toBeUndefined()
  })

  it.each([
    [{ mode: 'latency' }],
    [{ mode: 'status', status: 200 }],
    [{ mode: 'down', ms: 5 }],
    [{ mode: 'reset', count: 0 }],
    [{ mode: 'reset', until: 'tomorrow' }],
    [{ mode: 'sulking' }],
  ])('refuse %j', fault => {
    expect(faultSchema.safeParse(fault).success).toBe(false)
  })
})
