import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { auditHandovers } from '../support/audit-handovers.js'
import { replayProcesses } from '../support/replay.js'
import { command, HandoverPlay, tally, type Command } from '../support/handover-play.js'

/** How many sequences are played, and how many side by side. */
const SEQUENCES = Number(process.env['HANDOVER_SEQUENCES'] ?? 6)
const AT_ONCE = Math.min(SEQUENCES, Number(process.env['HANDOVER_PLAYERS'] ?? 2))

const two = fc.tuple(command, command)

/** Every process that was played. */
const played: string[] = []

async function play(steps: readonly (readonly Command[])[]): Promise<void> {
  const one = await HandoverPlay.begin()
  for (const step of steps) {
    await Promise.all(step.map(each => one.do(each)))
    await one.expectAccessOnlyWithBasis()
  }
  await one.settled()
  auditHandovers(await one.events())
  await one.expectAccessOnlyWithBasis()
  await one.expectOneResponsible()
  played.push(...(await one.processes()))
}

describe('a case between two administrations, whatever families and workers do, two of them at a time', () => {
  it(
    'has one responsible at every moment, and nothing of it is read over there without a basis that holds then',
    async () => {
      const step = fc.oneof(
        { weight: 3, arbitrary: command.map((each): readonly Command[] => [each]) },
        { weight: 1, arbitrary: two },
      )
      const property = fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 14 }), play)
      const runs = Array.from({ length: AT_ONCE }, (_, player) =>
        fc.assert(property, {
          numRuns: Math.floor(SEQUENCES / AT_ONCE) + (player < SEQUENCES % AT_ONCE ? 1 : 0),
          endOnFailure: true,
        }),
      )
      await Promise.all(runs)
      // Whatever came between whatever: a worker that has to begin from the history finds the same.
      const replayed = await replayProcesses(played)
      expect(replayed.filter(({ error }) => error !== null)).toEqual([])
      expect(replayed.length).toBeGreaterThan(SEQUENCES)
      // With enough of them both have been seen, so that neither is a matter of course.
      const both = tally.readable > 0 && tally.unreadable > 0
      expect({ ...tally, both: both || SEQUENCES < 50 }).toEqual({ ...tally, plays: SEQUENCES, both: true })
      if (SEQUENCES >= 50) console.info(tally)
    },
    60_000 + SEQUENCES * 30_000,
  )
})
