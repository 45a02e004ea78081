import { setTimeout as sleep } from 'node:timers/promises'
import { Api, Player, playOne, verify } from '@brobygger/tools/chaos'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { z } from 'zod'
import { startOwnSystem, type OwnSystem } from '../support/own-system.js'

/** How long everything outside misbehaves, in milliseconds, and how many cases are played meanwhile. */
const OUTAGE = Number(process.env['OUTAGE_MINUTES'] ?? 1) * 60_000
const CASES = Number(process.env['OUTAGE_CASES'] ?? 12)
/** A case that is caught in the outage comes to its end after it. */
const PATIENCE = OUTAGE + 300_000
const LONG = 4 * OUTAGE + 400_000
const ways = ['advice', 'counselling', 'help', 'notification'] as const
const services = [
  'mail',
  'digital-post',
  'sts',
  'register',
  'family-system',
  'case-index',
  'cpr',
  'cpr-events',
  'school-absence',
] as const

let system: OwnSystem
let api: Api
beforeAll(async () => {
  system = await startOwnSystem({})
  api = new Api(system.apiUrl, PATIENCE)
}, 120_000)
afterAll(() => system.stop(), 60_000)

/** Faults of every kind in turn, each for some seconds: nothing is ever quite well. */
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
  const parts = 2 * kinds.length * Math.ceil(OUTAGE / 120_000)
  const part = OUTAGE / parts
  return Array.from({ length: parts }, (_, n) => ({
    ...kinds[n % kinds.length],
    from: new Date(from + n * part).toISOString(),
    until: new Date(from + (n + 1) * part).toISOString(),
  }))
}

const systems = z.object({
  failing: z.array(z.object({ system: z.string(), failures: z.int(), reason: z.string() })),
  waiting: z.array(z.object({ system: z.string(), cases: z.int() })),
})
type Systems = z.infer<typeof systems>

/** Waits until nothing fails and nobody waits; gives how long that took, in milliseconds, and what still does if it never came. */
async function recovered(): Promise<{ took: number; still: Systems }> {
  const over = Date.now()
  for (;;) {
    const still = await api.get('/operations/systems', 'op-ole', systems)
    const took = Date.now() - over
    if ((still.failing.length === 0 && still.waiting.length === 0) || took > 300_000) return { took, still }
    await sleep(500)
  }
}

describe('a municipality whose systems all fail at once, in every way there is', () => {
  it(
    'loses no case and no letter, does nothing twice, and has caught up soon after',
    async () => {
      const player = () => new Player(api, '101001', undefined, system.simulatorsUrl, PATIENCE)
      const calm = await Promise.all(ways.map(way => playOne(way, player())))
      const began = Date.now()
      for (const service of services) await system.plan(service, planOf(began))
      const recovering = sleep(OUTAGE).then(recovered)
      const ended = await Promise.all(
        Array.from({ length: CASES }, async (_, n) => {
          await sleep((n * OUTAGE * 5) / (6 * CASES))
          return await playOne(ways[n % ways.length] ?? 'help', player())
        }),
      )
      const recovery = await recovering
      const { violations, played } = await verify({ system, api, ended, calm })
      const events = played.reduce((sum, one) => sum + one.events.length, 0)
      const { acknowledged, sent } = api
      console.info(
        JSON.stringify({ cases: CASES, minutes: OUTAGE / 60_000, events, acknowledged, sent, recovery }),
      )
      expect(violations).toEqual([])
      expect(played).toHaveLength(CASES)
      // The longest wait between two tries is a minute.
      expect(recovery.still).toEqual({ failing: [], waiting: [] })
      expect(recovery.took).toBeLessThan(90_000)
    },
    LONG,
  )
})
