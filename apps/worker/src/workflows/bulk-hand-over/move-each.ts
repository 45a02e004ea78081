import type { BulkRefusal } from '@brobygger/domain/codes'
import type { BulkHandOverInput, HandOver } from '@brobygger/domain/messages'
import { tellOrHear, unstoppable } from '../kit/index.js'
import type { Bulk } from './way.js'

/** What became of a few processes that were told at the same time. */
interface Moved {
  readonly handedOver: string[]
  readonly inConflict: string[]
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

async function tellEach(course: Bulk, move: Move): Promise<Moved> {
  const { input, processes, to } = move
  const { by, from, reason, returnOn } = input
  const message: HandOver = { by, from, to, reason, silent: true, ...(returnOn ? { returnOn } : {}) }
  const answers = await course.flow.aside(() =>
    Promise.all(
      processes.map(process =>
        course.flow.branch(async () => {
          const { told, why } = await tellOrHear(course, { process, update: 'handOver', message })
          return { process, why: told ? null : refusalOf(why) }
        }),
      ),
    ),
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
