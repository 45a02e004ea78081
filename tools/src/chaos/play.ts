import { setTimeout as sleep } from 'node:timers/promises'
import { type Api } from './api.js'
import type { Ended } from './played-case.js'
import { Player } from './player.js'
import type { Random } from './random.js'
import { wayNames, ways, type WayName } from './ways.js'

/** Day-care centres of the demo municipality whose social worker is sw-anna, as players have it. */
const institutions = ['101001', '101002', '101003'] as const

/** Commands of the longest way: people's pauses between them fill the time that is given. */
const LONGEST = 17

/** One case of each way, played while nothing is disturbed: what the others are compared with. */
export function playCalmly(api: Api, simulatorsUrl: string): Promise<Ended[]> {
  return Promise.all(wayNames.map(way => playOne(way, new Player(api, '101001', undefined, simulatorsUrl))))
}

/** Plays one case to its end. */
export async function playOne(way: WayName, player: Player): Promise<Ended> {
  await ways[way](player)
  const { closureCode } = await player.closed()
  return { way, player, closureCode }
}

/** Plays many cases at the same time, spread over so many milliseconds and hurrying afterwards; told of each end. */
export async function playMany(args: {
  api: Api
  simulatorsUrl: string
  cases: number
  milliseconds: number
  random: Random
  ended: () => void
}): Promise<{ played: Ended[]; failures: string[] }> {
  const { api, simulatorsUrl, cases, milliseconds, random, ended } = args
  const end = Date.now() + milliseconds
  const think = () =>
    sleep(Math.min(random.next() * 2 * (milliseconds / LONGEST), Math.max(0, end - Date.now())))
  const results = await Promise.allSettled(
    Array.from({ length: cases }, async (_, i) => {
      const player = new Player(api, random.pick(institutions), think, simulatorsUrl)
      const played = await playOne(wayNames[i % wayNames.length] ?? wayNames[0], player)
      ended()
      return played
    }),
  )
  return {
    played: results.flatMap(result => (result.status === 'fulfilled' ? [result.value] : [])),
    failures: results.flatMap(result => (result.status === 'rejected' ? [String(result.reason)] : [])),
  }
}
