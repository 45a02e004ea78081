import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { failpoints } from '@brobygger/config'
import { Api, Player, playOne, verify } from '@brobygger/tools/chaos'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startOwnSystem, type OwnSystem } from '../support/own-system.js'

/** Every failpoint on the way costs a worker's start and a workflow task's time-out. */
const LONG = 600_000

let system: OwnSystem
let api: Api

beforeAll(async () => {
  system = await startOwnSystem({ BROBYGGER_FAILPOINTS: failpoints.join(' ') })
  api = new Api(system.apiUrl, 60_000)
}, 120_000)
afterAll(() => system.stop(), 60_000)

describe('a worker that dies between an effect and its acknowledgement', () => {
  it(
    'loses nothing and does nothing twice when a worker dies between an effect and its acknowledgement',
    async () => {
      const play = (way: 'help' | 'notification') => playOne(way, new Player(api, '101001'))
      const disturbed = [await play('help'), await play('notification')]
      expect((await readdir(join(system.dataDir, 'failpoints'))).sort()).toEqual([...failpoints].sort())
      const calm = [await play('help'), await play('notification')]
      const { violations } = await verify({ system, api, ended: disturbed, calm })
      expect(violations).toEqual([])
    },
    LONG,
  )
})
