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
    if (way.abandoned !== true) await course.desk.untilAnswered()
    return way
  })
  const outcome = last.outcome ?? 'ended'
  await course.end(outcome)
  return outcome
}
