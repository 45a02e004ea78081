import type { Ledger } from '@brobygger/domain/processes'
import { continueAsNew, isCancellation, TemporalFailure } from '@temporalio/workflow'
import { GoOnInNewRun, type Course, type Way } from './course.js'

/** What the course does in each step, listed as the procedure lists them; it answers with the way it goes on. */
type Steps<W extends Way, Last extends W['next']> = {
  readonly [S in Exclude<W['next'], Last>]: (way: W) => Promise<W>
}

/** The last step, with which the process ends. */
type LastStep<W extends Way, Last extends W['next'], T> = {
  readonly [S in Last]: (way: W) => Promise<T>
}

/** The process cannot go on until somebody mends what stops it. */
class Stuck extends Error {}

/**
 * Follows a procedure from its first step to its end, or up to where it goes on from its ledger in a new run: at a
 * step's boundary, or in a long step where the step says so.
 */
export async function follow<W extends Way, F extends Record<string, unknown>, Last extends W['next'], T>(
  course: Course<W, F>,
  input: { readonly ledger?: Ledger | undefined },
  steps: Steps<NoInfer<W>, NoInfer<Last>>,
  last: LastStep<NoInfer<W>, Last, T>,
): Promise<T> {
  try {
    let way = { next: course.current } as W
    for (;;) {
      const { next } = way
      if (isLast(last, next)) return await last[next](way)
      const run = steps[next as Exclude<W['next'], Last>]
      const entered = way
      way = await course.step(next, () => run(entered))
    }
  } catch (error) {
    if (error instanceof GoOnInNewRun) return goOn({ ...input, ledger: course.ledger() })
    // An activity or contract that says no for good is a fault of ours: the process stops where it is, in sight of
    // operations, and goes on when it is mended. It never ends in failure with a child in it.
    if (error instanceof TemporalFailure && !isCancellation(error)) throw new Stuck(error.message)
    throw error
  }
}

function isLast<W extends Way, Last extends W['next'], T>(
  last: LastStep<W, Last, T>,
  next: W['next'],
): next is Last {
  return next in last
}

/** The same process in a new run. */
function goOn(input: object): Promise<never> {
  return continueAsNew<(input: object) => Promise<unknown>>(input)
}
