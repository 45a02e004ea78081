import type { BulkRefusal } from '@brobygger/domain/codes'
import type { BulkHandOverInput, HandOver } from '@brobygger/domain/messages'
import { readings, tellOrHear, unstoppable } from '../kit/index.js'
import type { Bulk } from './way.js'

/** What became of a few processes that were told at the same time. */
interface Moved {
  readonly handedOver: string[]
  readonly inConflict: string[]
}

/** What a process said; null when it is handed over. */
interface Answer {
  readonly process: string
  readonly why: BulkRefusal | null
}

/** Which processes go to whom. */
interface Move {
  readonly input: BulkHandOverInput
  readonly processes: readonly string[]
  readonly to: string
}

/**
 * Tells each of these processes to hand over to somebody, all at the same time, and writes down what they said, also
 * when the hand-over is closed meanwhile.
 */
export function moveEach(course: Bulk, move: Move): Promise<Moved> {
  return unstoppable(() => tellEach(course, move))
}

async function tellEach(course: Bulk, { input, processes, to }: Move): Promise<Moved> {
  const { by, from, reason, returnOn } = input
  const message: HandOver = { by, from, to, reason, silent: true, ...(returnOn ? { returnOn } : {}) }
  // A conflict of interest hides the whole case, although it was declared in one of its processes.
  const hidden = await course.flow.call(() => readings.hiddenFrom({ processes, person: to }))
  const ask = async (process: string): Promise<Answer> => {
    if (hidden.includes(process)) return { process, why: 'conflict' }
    const { told, why } = await tellOrHear(course, { process, update: 'handOver', message })
    return { process, why: told ? null : refusalOf(why) }
  }
  const answers = await course.flow.aside(() =>
    Promise.all(processes.map(process => course.flow.branch(() => ask(process)))),
  )
  const handedOver = answers.flatMap(({ process, why }) => (why === null ? [process] : []))
  const refused = answers.flatMap(({ process, why }) => (why === null ? [] : [{ process, why }]))
  course.journal.emit({ type: 'bulkMoved', to, handedOver, refused })
  const inConflict = refused.flatMap(({ process, why }) => (why === 'conflict' ? [process] : []))
  return { handedOver, inConflict }
}

/** A process's refusal in the words of this one. */
function refusalOf(code: string | undefined): BulkRefusal {
  switch (code) {
    case 'staff-conflicted':
      return 'conflict'
    case 'process-ended':
      return 'ended'
    case 'not-the-holder':
      return 'notTheHolder'
    default:
      return 'other'
  }
}
