import type { Ledger } from '@brobygger/domain/processes'
import { isCancellation, TemporalFailure } from '@temporalio/workflow'
import { GoOnInNewRun, type Course } from './course.js'

/** The process cannot go on until somebody mends what stops it. */
class Stuck extends Error {}

/** Runs a process to its end, or up to the step boundary where it goes on from its ledger in a new run. */
export async function inRuns<T>(
  course: Pick<Course, 'ledger'>,
  goOn: (ledger: Ledger) => Promise<never>,
  main: () => Promise<T>,
): Promise<T> {
  try {
    return await main()
  } catch (error) {
    if (error instanceof GoOnInNewRun) return goOn(course.ledger())
    // An activity or contract that says no for good is a fault of ours: the process stops where it is, in sight of
    // operations, and goes on when it is mended. It never ends in failure with a child in it.
    if (error instanceof TemporalFailure && !isCancellation(error)) throw new Stuck(error.message)
    throw error
  }
}
