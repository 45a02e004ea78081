import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from '@jest/globals'
import { takenOn } from '../support/courses.js'
import { call } from '../support/http.js'
import { day, noDuty, type PracticeCase } from '../support/practice-case.js'
import { replayProcesses } from '../support/replay.js'

/** How many cases are closed while their consent is asked for, each a little later than the one before. */
const CASES = 24

/** A case in which the consent is asked for, and which its leader closes at almost the same moment. */
async function askedAndClosed(delay: number): Promise<PracticeCase> {
  const one = await takenOn()
  const present = ['mother', 'father']
  await one.answer('session', 'sw-anna', { heldOn: day(0), present, dutyCheck: noDuty, end: 'consent' })
  const { id } = await one.task('requestConsent')
  const [, closed] = await Promise.all([
    call('POST', `/tasks/${id}/complete`, 'sw-anna', {
      kinds: ['familySituation'],
      givers: present.map(giver => ({ giver, custody: 'joint' })),
      deliveredOn: day(0),
    }),
    sleep(delay).then(() => one.post('close', 'tl-eva', { code: 'adviceEnough' })),
  ])
  expect(closed.status).toBe(200)
  return one
}

describe('two who do something in one case at the same moment', () => {
  it('leave a process that finds its way again: whatever came first, its history replays', async () => {
    const places: string[] = []
    for (let i = 0; i < CASES; i++) {
      const { id } = await askedAndClosed(2 * (i % 8))
      places.push(`children-and-youth-practice/concern-${id}`)
    }
    const replayed = await replayProcesses(places)
    expect(replayed.filter(({ error }) => error !== null)).toEqual([])
    expect(replayed).toHaveLength(CASES)
  }, 120_000)
})
