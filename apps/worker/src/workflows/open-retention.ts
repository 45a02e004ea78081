import { proxyActivities } from '@temporalio/workflow'
import type { RetentionActivities } from '../activities/types.js'

const { openRetention: open } = proxyActivities<RetentionActivities>({
  startToCloseTimeout: '5 minutes',
  scheduleToCloseTimeout: '12 hours',
  retry: { maximumInterval: '5 minutes' },
})

/** Every morning: the list of the month is begun when there is a case for it, and left alone when it has begun. */
export async function openRetention(): Promise<void> {
  await open({ at: new Date().toISOString() })
}
