import { proxyActivities } from '@temporalio/workflow'
import type { RoundsActivities } from '../activities/types.js'

const { openRounds } = proxyActivities<RoundsActivities>({
  startToCloseTimeout: '5 minutes',
  scheduleToCloseTimeout: '12 hours',
  retry: { maximumInterval: '5 minutes' },
})

/** Every working morning, the rounds of visits that should be under way are: those that are, are left alone. */
export async function openVisitRounds(): Promise<void> {
  await openRounds({ at: new Date().toISOString() })
}
