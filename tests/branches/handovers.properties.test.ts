import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { auditHandovers } from '../support/audit-handovers.js'
import { command, HandoverPlay, tally, type Command } from '../support/handover-play.js'

/** How many sequences are played, and how many side by side. */
const SEQUENCES = Number(process.env['HANDOVER_SEQUENCES'] ?? 6)
const AT_ONCE = Math.min(SEQUENCES, Number(process.env['HANDOVER_PLAYERS'] ?? 2))

const two = fc.tuple(command, command)

async function play(steps: readonly (readonly Command[])[]): Promise<void> {
  const played = await HandoverPlay.begin()
  for (const step of steps) {
    await Promise.all(step.map(each => played.do(each)))
    await played.expectAccessOnlyWithBasis()
  }
  await played.settled()
  auditHandovers(await played.events())
  await played.expectAccessOnlyWithBasis()
  await played.expectOneResponsible()
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
      // With enough of them both have been seen, so that neither is a matter of course.
      const both = tally.readable > 0 && tally.unreadable > 0
      expect({ ...tally, both: both || SEQUENCES < 50 }).toEqual({ ...tally, plays: SEQUENCES, both: true })
      if (SEQUENCES >= 50) console.info(tally)
    },
    60_000 + SEQUENCES * 30_000,
  )
})
