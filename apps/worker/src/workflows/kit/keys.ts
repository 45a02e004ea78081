import type { KeyActivities } from '../../activities/types.js'
import { near, outward } from './activities.js'
import type { Course } from './course.js'
import { firstNear } from './first-near.js'
import { unstoppable } from './unstoppable.js'

/**
 * Gives, ends or keeps what another administration may read. The command that caused it answers when it holds; an
 * outage of the key store is waited out, and the process shows nothing as done before.
 */
export function withKeys<T>(
  { flow }: Pick<Course, 'flow'>,
  what: (keys: KeyActivities) => Promise<T>,
): Promise<T> {
  return unstoppable(() =>
    flow.call(() =>
      firstNear(
        () => what(near),
        () => what(outward),
      ),
    ),
  )
}
