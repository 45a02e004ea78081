import { condition, patched } from '@temporalio/workflow'
import type { Course, Way } from './course.js'

/** The way to the end of a process that others wait for. */
interface LastWay extends Way {
  readonly outcome?: string | undefined
  /** Taken back or closed: what was still owed is withdrawn. */
  readonly abandoned?: boolean | undefined
}

/** The last step of a process: waits for what is still owed, unless the process was abandoned, and ends it. */
export async function endWhenAnswered<W extends LastWay, F extends Record<string, unknown>>(
  course: Course<W, F>,
  way: W,
): Promise<string> {
  const last = await course.step('ended', async () => {
    if (way.abandoned !== true) {
      // The last letter may need somebody to hand it over.
      if (!course.post.empty && patched('last-letters-first')) await untilSent(course)
      await course.desk.untilAnswered()
    }
    return way
  })
  const outcome = last.outcome ?? 'ended'
  await course.end(outcome)
  return outcome
}

/** Waits until everything has been sent; the process rests meanwhile. */
async function untilSent<W extends Way, F extends Record<string, unknown>>({
  flow,
  post,
}: Course<W, F>): Promise<void> {
  await flow.aside(() => condition(() => post.empty))
}
