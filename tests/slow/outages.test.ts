import { setTimeout as sleep } from 'node:timers/promises'
import { Api, Player, playOne, verify } from '@brobygger/tools/chaos'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { z } from 'zod'
import { startOwnSystem, type OwnSystem } from '../support/own-system.js'

const LONG = 400_000
/** How long everything outside misbehaves, in milliseconds. */
const OUTAGE = 60_000
const CASES = 12
const ways = ['advice', 'counselling', 'help', 'notification'] as const
const services = ['mail', 'digital-post', 'register', 'family-system'] as const

let system: OwnSystem
let api: Api
beforeAll(async () => {
  system = await startOwnSystem({})
  api = new Api(system.apiUrl, 120_000)
}, 120_000)
afterAll(() => system.stop(), 60_000)

/** Faults of every kind in turn, over so long: of each second part nobody answers, and nothing is ever quite well. */
function planOf(from: number): object[] {
  const kinds = [
    { mode: 'down' },
    { mode: 'lostAnswer' },
    { mode: 'status', status: 503, retryAfter: 2 },
    { mode: 'half' },
    { mode: 'latency', ms: 3_000 },
    { mode: 'malformed' },
    { mode: 'status', status: 429, retryAfter: 1 },
    { mode: 'reset' },
  ]
  const part = OUTAGE / 16
  return Array.from({ length: 16 }, (_, n) => ({
    ...kinds[n % kinds.length],
    from: new Date(from + n * part).toISOString(),
    until: new Date(from + (n + 1) * part).toISOString(),
  }))
}

const systems = z.object({ failing: z.array(z.unknown()), waiting: z.array(z.unknown()) })

/** Waits until nothing fails and nobody waits; gives how long that took, in milliseconds. */
async function recovered(): Promise<number> {
  const over = Date.now()
  for (;;) {
    const { failing, waiting } = await api.get('/operations/systems', 'op-ole', systems)
    const took = Date.now() - over
    if ((failing.length === 0 && waiting.length === 0) || took > 120_000) return took
    await sleep(500)
  }
}

describe('a municipality whose systems all fail at once, in every way there is', () => {
  it(
    'loses no case and no letter, does nothing twice, and has caught up soon after',
    async () => {
      const calm = await Promise.all(ways.map(way => playOne(way, new Player(api, '101001'))))
      const began = Date.now()
      for (const service of services) await system.plan(service, planOf(began))
      const ended = await Promise.all(
        Array.from({ length: CASES }, async (_, n) => {
          await sleep((n * OUTAGE) / (2 * CASES))
          return await playOne(ways[n % ways.length] ?? 'help', new Player(api, '101001'))
        }),
      )
      await sleep(Math.max(0, began + OUTAGE - Date.now()))
      const recovery = await recovered()
      const { violations, played } = await verify({ system, api, ended, calm })
      expect(violations).toEqual([])
      expect(played).toHaveLength(CASES)
      // The longest wait between two tries is a minute.
      expect(recovery).toBeLessThan(90_000)
    },
    LONG,
  )
})
