import type { StartRequest, Told } from '../../activities/types.js'
import { near, outward } from './activities.js'
import type { Course } from './course.js'
import { firstNear } from './first-near.js'
import { unstoppable } from './unstoppable.js'

type Speaker = Pick<Course, 'journal' | 'flow' | 'post'>

/**
 * Tells another process of the same administration something, once, after what is known here is recorded. Gives what
 * it answered; null when it has ended or says no.
 */
export async function tell<A>(
  course: Speaker,
  message: { process: string; update: string; message: object },
): Promise<A | null> {
  const request = { ...message, id: course.post.key() }
  const told = await said(course, () =>
    firstNear<Told>(
      () => near.tell(request),
      () => outward.tell(request),
    ),
  )
  return told.told ? (told.answer as A) : null
}

/** Starts another process of the same administration, once, after what is known here is recorded. */
export async function startNear(course: Speaker, request: StartRequest): Promise<void> {
  await said(course, () =>
    firstNear(
      () => near.startProcess(request),
      () => outward.startProcess(request),
    ),
  )
}

function said<T>({ journal, flow }: Speaker, call: () => Promise<T>): Promise<T> {
  return unstoppable(async () => {
    await journal.write()
    return flow.call(call)
  })
}
