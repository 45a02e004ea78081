import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Simulation, simulation } from '@brobygger/simulators/testing'
import { connectionsTo } from '../outbound/own-certificate.js'
import { httpPersonEvents } from './http-person-events.js'
import { practicePersonEvents } from './practice-person-events.js'

// One of MedCom's national test numbers, which CPR keeps free and which fail modulus 11.
const number = '1310169996'

let simulators: Simulation
beforeAll(async () => {
  simulators = await simulation()
})
afterAll(() => simulators.stop())

const feed = () =>
  httpPersonEvents({
    baseUrl: `${simulators.doorUrl}/cpr-events`,
    dispatcher: connectionsTo('personEvents', simulators.caller),
  })

async function publish(event: object): Promise<number> {
  const response = await fetch(`${simulators.url}/cpr-events/publish`, {
    method: 'POST',
    body: JSON.stringify({ number, on: '2027-01-11', ...event }),
  })
  return ((await response.json()) as { position: number }).position
}

describe('events of the person register', () => {
  it('are read from a position on, in the order of the feed, and a repeat has a place of its own', async () => {
    const before = await publish({ id: 'e-1', kind: 'died' })
    await publish({ id: 'e-2', kind: 'moved', municipality: '461' })
    await publish({ id: 'e-2', kind: 'moved', municipality: '461' })
    await publish({ id: 'e-3', kind: 'numberChanged', newNumber: '1310169995' })
    const moved = { id: 'e-2', fact: 'moved', cprNumber: number, on: '2027-01-11', municipality: '461' }
    expect(await feed().after(before)).toEqual([
      { ...moved, position: before + 1, newCprNumber: null },
      { ...moved, position: before + 2, newCprNumber: null },
      expect.objectContaining({ id: 'e-3', municipality: null, newCprNumber: '1310169995' }),
    ])
    expect(await feed().after(before + 3)).toEqual([])
  })

  it('come in pages', async () => {
    const before = await publish({ id: 'p-0', kind: 'died' })
    for (let n = 1; n <= 101; n += 1) await publish({ id: `p-${n}`, kind: 'died' })
    const first = await feed().after(before)
    expect(first).toHaveLength(100)
    expect((await feed().after(first.at(-1)?.position ?? 0)).map(({ id }) => id)).toEqual(['p-101'])
  })

  it('of a kind that nobody has agreed on are no answer: nothing is passed over', async () => {
    const before = await publish({ id: 'n-0', kind: 'died' })
    await publish({ id: 'n-1', kind: 'numberChanged' })
    await expect(feed().after(before)).rejects.toMatchObject({ code: 'unavailable', reason: 'malformed' })
  })

  it('are not read without our certificate', async () => {
    const stranger = httpPersonEvents({ baseUrl: `${simulators.doorUrl}/cpr-events` })
    await expect(stranger.after(0)).rejects.toMatchObject({ name: 'PortError' })
  })

  it('are not waited for while the register is down', async () => {
    await simulators.fault('cpr-events', { mode: 'status', status: 503 })
    await expect(feed().after(0)).rejects.toMatchObject({ code: 'unavailable', retryable: true })
    await simulators.heal('cpr-events')
  })

  it('are never told of a practice case', async () => {
    expect(await practicePersonEvents().after(0)).toEqual([])
  })
})
