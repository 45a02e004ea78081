import { setTimeout as sleep } from 'node:timers/promises'
import { Api, Player } from '@brobygger/tools/chaos'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { z } from 'zod'
import { startOwnSystem, type OwnSystem } from '../support/own-system.js'

/** A killed worker is back within half a minute. */
const LONG = 180_000
const CASES = 25

let system: OwnSystem
let api: Api

beforeAll(async () => {
  system = await startOwnSystem({})
  api = new Api(system.apiUrl, 60_000)
}, 120_000)
afterAll(() => system.stop(), 60_000)

const progress = z.object({
  done: z.boolean(),
  parts: z.array(
    z.object({
      process: z.string(),
      found: z.number().nullable(),
      handedOver: z.array(z.object({ process: z.string() })),
    }),
  ),
})
const events = z.object({
  items: z.array(z.object({ process: z.string(), body: z.object({ type: z.string() }) })),
})

/** A real case that has been taken on by sw-anna. */
async function takenOn(): Promise<Player> {
  const player = new Player(api, '101001')
  await player.raise({ mainCategory: 'structure' })
  await player.answer('triage', { outcome: 'takenOn', why: 'Forældrene vil gerne tale.' })
  return player
}

describe('a bulk hand-over in a system in trouble', () => {
  it(
    'goes on when the worker is killed in the middle, and no case is handed over twice or forgotten',
    async () => {
      const players: Player[] = []
      for (let n = 0; n < CASES; n += 1) players.push(await takenOn())

      const { body } = await api.command({
        as: 'tl-eva',
        path: '/staff/sw-anna/hand-over',
        body: { to: 'sw-dina', reason: 'leaver' },
      })
      const address = `/bulk-hand-overs/${String(body['code'])}`
      const shown = () => api.get(address, 'tl-eva', progress)
      const moved = async () => (await shown()).parts.flatMap(part => part.handedOver).length
      while ((await moved()) === 0) await sleep(5)
      const before = await moved()
      await system.signal('worker-children-and-youth', 'SIGKILL')
      expect(before).toBeLessThan(CASES)

      for (let left = 600; left > 0 && !(await shown()).done; left -= 1) await sleep(200)
      const { done, parts } = await shown()
      expect(done).toBe(true)
      expect(parts[0]?.found).toBe(CASES)
      expect(parts[0]?.handedOver.map(({ process }) => process).sort()).toEqual(
        players.map(({ caseId }) => `concern-${caseId}`).sort(),
      )
      for (const { caseId } of players) {
        const seen = await api.getIfShown(`/cases/${caseId}/events?limit=100`, 'tl-eva', events)
        expect(seen?.items.filter(item => item.body.type === 'handedOver')).toHaveLength(1)
      }
      const notices = (await system.ledger('mail')).filter(({ key }) => key.startsWith('bulkHandOver-'))
      const told = notices
        .map(({ request }) => request)
        .filter(({ text }) => String(text).includes('Antal sager'))
      expect(told.map(({ to }) => String(to).split('@')[0]).sort()).toEqual(['sw-anna', 'sw-dina'])
      for (const { text } of told) expect(text).toContain(`Antal sager: ${CASES}`)
    },
    LONG,
  )
})
