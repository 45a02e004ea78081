import type { BulkHandOverInput } from '@brobygger/domain/messages'
import { caseIn } from '@brobygger/domain/processes'
import { holderOf, leftoverTasks } from '@brobygger/domain/tasks'
import { moveEach } from './move-each.js'
import { tellBoth } from './tell-both.js'
import type { Bulk, BulkWay } from './way.js'

/** As many are told at the same time. */
const AT_ONCE = 10

/** Asks the leader until each of these processes has somebody, or is left where it is on purpose. */
export async function placeLeftover(course: Bulk, input: BulkHandOverInput): Promise<BulkWay> {
  const { facts, desk, journal } = course
  while (facts.inConflict.length > 0) {
    const { answer, by } = await desk.ask(leftoverTasks[course.unit], {
      person: leaderWhoDecides(course, input),
      about: codesOf(facts.inConflict),
    })
    if (answer['decision'] === 'leave') {
      journal.emit({ type: 'bulkLeft', processes: facts.inConflict }, by)
      facts.inConflict = []
      return { next: 'ended', outcome: 'leftInPart' }
    }
    await giveTo(course, { ...input, by }, String(answer['to']))
    await course.goOnInNewRunWhenLong()
  }
  return { next: 'ended', outcome: 'handedOver' }
}

/** Hands what is left over to the colleague whom the leader has named; where they cannot either, it stays left. */
async function giveTo(course: Bulk, input: BulkHandOverInput, to: string): Promise<void> {
  const { facts } = course
  const all = facts.inConflict
  const still: string[] = []
  let number = 0
  for (let n = 0; n < all.length; n += AT_ONCE) {
    const { handedOver, inConflict } = await moveEach(course, {
      input,
      processes: all.slice(n, n + AT_ONCE),
      to,
    })
    number += handedOver.length
    still.push(...inConflict)
  }
  facts.inConflict = still
  tellBoth(course, { input, to, number })
}

/** The unit's leader, or the next one up where the leader is one of the two. */
function leaderWhoDecides({ unit, people }: Bulk, { from, to }: BulkHandOverInput): string | null {
  const leader = holderOf({ role: leftoverTasks[unit].role, people })
  return leader === from || leader === to ? people.nextManager : leader
}

/** The codes of the cases, each once, as the leader sees them beside the task. */
function codesOf(processes: readonly string[]): string {
  return [...new Set(processes.map(caseIn))].join(', ')
}
