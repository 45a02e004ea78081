import type { Api } from './api.js'
import { countCase, type CountedCase } from './count.js'
import { courses } from './courses.js'
import { inParallel } from './in-parallel.js'
import type { PlannedCase } from './plan.js'
import { PlayedCase } from './played-case.js'
import type { Staff } from './staff.js'

/** Cases played at the same time. */
const WIDTH = 4
/** After so many refused calls or lost tasks something is wrong with the system, and the rest is not tried. */
const MOST_BROKEN_OFF = 5

/** What came of the demo: the cases as the event log has them, and why others did not come to their end. */
export interface Played {
  readonly cases: readonly CountedCase[]
  readonly failures: readonly string[]
}

/** Plays the cases to their ends, and reads each from the event log. */
export async function play(args: {
  api: Api
  staff: Staff
  plan: readonly PlannedCase[]
  signal: AbortSignal
  onProgress: (done: number) => void
}): Promise<Played> {
  const { api, staff, plan, signal, onProgress } = args
  const cases: CountedCase[] = []
  const failures: string[] = []
  let done = 0
  let brokenOff = 0
  const playOne = async (planned: PlannedCase) => {
    if (brokenOff >= MOST_BROKEN_OFF) return
    try {
      const played = await PlayedCase.raise({ api, staff, planned })
      await courses[planned.course](played)
      const left = await played.left()
      if (left.length > 0) failures.push(`${planned.course}: ${played.id} is left with ${left.join(', ')}`)
      cases.push(countCase(await played.events()))
    } catch (error) {
      signal.throwIfAborted()
      brokenOff += 1
      failures.push(`${planned.course}: ${error instanceof Error ? error.message : String(error)}`)
    }
    done += 1
    onProgress(done)
  }
  await inParallel({ things: plan, width: WIDTH, signal, work: playOne })
  return { cases, failures }
}
