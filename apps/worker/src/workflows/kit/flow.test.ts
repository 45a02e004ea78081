import { describe, expect, it } from '@jest/globals'
import { CaseClock } from './clock.js'
import { Flow } from './flow.js'
import { Pauses } from './pauses.js'

const never = new Promise<void>(() => undefined)

describe('whether a process rests', () => {
  it('is so when every branch waits, and not before', () => {
    const flow = new Flow(new CaseClock(0))
    expect(flow.resting).toBe(false)
    const main = flow.rest('2027-01-14T22:59:59.999Z')
    void flow.branch(() => never)
    expect(flow.resting).toBe(false)
    const side = flow.rest('2027-01-12T07:00:00.000Z')
    expect(flow.resting).toBe(true)
    expect(flow.next).toBe('2027-01-12T07:00:00.000Z')
    flow.forget(side)
    expect(flow.next).toBe('2027-01-14T22:59:59.999Z')
    flow.forget(main)
    expect(flow.next).toBeNull()
  })

  it('does not depend on calls outward, but the command that began one can wait for it', async () => {
    const flow = new Flow(new CaseClock(0))
    const before = flow.called
    let answer: () => void = () => undefined
    const call = flow.call(() => new Promise<void>(resolve => (answer = resolve)))
    expect(flow.resting).toBe(true)
    expect(flow.callingSince(before)).toBe(true)
    expect(flow.callingSince(flow.called)).toBe(false)
    answer()
    await call
    expect(flow.callingSince(before)).toBe(false)
    expect(flow.resting).toBe(false)
  })

  it('is told again when a branch fails', async () => {
    const flow = new Flow(new CaseClock(0))
    await expect(flow.branch(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    flow.rest()
    expect(flow.resting).toBe(true)
  })
})

describe('the clock of a practice case', () => {
  it('runs beside the wall clock by its offset', () => {
    const clock = new CaseClock(Date.parse('2027-01-11T09:00:00.000Z') - Date.now())
    expect(clock.now().slice(0, 16)).toBe('2027-01-11T09:00')
    expect(Math.round(clock.until('2027-01-11T10:00:00.000Z') / 60_000)).toBe(60)
  })
})

describe('the pauses of a process', () => {
  it('count for a date only when they are over', () => {
    const pauses = new Pauses([])
    pauses.begin('2027-02-04T09:00:00.000Z')
    expect([pauses.running, pauses.list]).toEqual([true, []])
    pauses.end('2027-02-14T09:00:00.000Z')
    expect(pauses.running).toBe(false)
    expect(pauses.list).toEqual([{ from: '2027-02-04T09:00:00.000Z', to: '2027-02-14T09:00:00.000Z' }])
  })
})
