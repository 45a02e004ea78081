import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { failpoints } from '@brobygger/config'
import { Api, Player, playOne, verify } from '@brobygger/tools/chaos'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { erase, type Certificate } from '../support/erase.js'
import { startOwnSystem, type OwnSystem } from '../support/own-system.js'

/** Those that only an erasure comes by. */
const ofErasures = failpoints.filter(name => /^after-(erased|forgotten|certified)/.test(name))
const ofCases = failpoints.filter(name => !ofErasures.includes(name))

/** Every failpoint on the way costs a worker's start and a workflow task's time-out. */
const LONG = 600_000

let system: OwnSystem
let api: Api

beforeAll(async () => {
  system = await startOwnSystem({ BROBYGGER_FAILPOINTS: failpoints.join(' ') })
  api = new Api(system.apiUrl, 60_000)
}, 120_000)
afterAll(() => system.stop(), 60_000)

const reached = async () => (await readdir(join(system.dataDir, 'failpoints'))).sort()

describe('a worker that dies between an effect and its acknowledgement', () => {
  it(
    'loses nothing and does nothing twice when a worker dies between an effect and its acknowledgement',
    async () => {
      const play = (way: 'help' | 'notification') => playOne(way, new Player(api, '101001'))
      const disturbed = [await play('help'), await play('notification')]
      expect(await reached()).toEqual([...ofCases].sort())
      const calm = [await play('help'), await play('notification')]
      const { violations } = await verify({ system, api, ended: disturbed, calm })
      expect(violations).toEqual([])
    },
    LONG,
  )

  it(
    'erases a case to its end all the same, once, and its certificate counts what there was',
    async () => {
      const erased = async (): Promise<{ caseId: string; certificate: Certificate }> => {
        const player = new Player(api, '101001')
        await player.raise({ mainCategory: 'structure' })
        await player.answer('triage', { outcome: 'takenOn', why: 'Forældrene vil gerne tale.' })
        await player.note()
        return { caseId: player.caseId, certificate: await erase(api, player.caseId) }
      }
      const disturbed = await erased()
      expect(ofErasures.length).toBe(5)
      expect(await reached()).toEqual([...failpoints].sort())
      const calm = await erased()
      expect(disturbed.certificate.steps).toEqual(calm.certificate.steps)
      expect(disturbed.certificate.steps.map(({ step, counts }) => [step, Object.values(counts)[0]])).toEqual(
        [
          ['executions', 1],
          ['outside', 0],
          ['texts', 3],
          ['log', expect.any(Number)],
        ],
      )
      const opened = await system.ledger('family-system')
      expect(opened.filter(({ request }) => request['caseId'] === disturbed.caseId)).toEqual([])
    },
    LONG,
  )
})
