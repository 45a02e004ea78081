import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { failpoints } from '@brobygger/config'
import { Api, Player, playOne, verify } from '@brobygger/tools/chaos'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
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
})
