import { proxyActivities } from '@temporalio/workflow'
import type { DigestActivities } from '../activities/types.js'

const { sendDigests } = proxyActivities<DigestActivities>({
  startToCloseTimeout: '5 minutes',
  scheduleToCloseTimeout: '4 hours',
  retry: { maximumInterval: '5 minutes' },
})

/** Every working morning, everybody with open tasks gets one overview of what is due and what is late. */
export async function dailyDigest(): Promise<void> {
  await sendDigests({ at: new Date().toISOString() })
}
