import type { StartRequest, Told } from '../../activities/types.js'
import { near, outward } from './activities.js'
import type { Course } from './course.js'
import { firstNear } from './first-near.js'
import { unstoppable } from './unstoppable.js'

type Speaker = Pick<Course, 'journal' | 'flow' | 'post'>

/** What a process is told: an update of its own, with its message. */
interface Message {
  readonly process: string
  readonly update: string
  readonly message: object
}

/**
 * Tells another process of the same administration something, once, after what is known here is recorded. Gives what
 * it answered; null when it has ended or says no.
 */
export async function tell<A>(course: Speaker, message: Message): Promise<A | null> {
  const told = await tellOrHear(course, message)
  return told.told ? (told.answer as A) : null
}

/** The same for whoever has to know why a process says no. */
export async function tellOrHear(course: Speaker, message: Message): Promise<Told> {
  const request = { ...message, id: course.post.key() }
  return said(course, () =>
    firstNear<Told>(
      () => near.tell(request),
      () => outward.tell(request),
    ),
  )
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
