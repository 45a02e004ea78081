import { proxyActivities } from '@temporalio/workflow'
import type { RegistryActivities } from '../activities/types.js'

const { fetchRegistryEvents: fetch } = proxyActivities<RegistryActivities>({
  startToCloseTimeout: '2 minutes',
  scheduleToCloseTimeout: '12 hours',
  retry: { maximumInterval: '1 minute' },
})

/** Every few minutes: what the register of persons has told is fetched, and told on. It waits as long as it is down. */
export async function fetchRegistryEvents(): Promise<void> {
  await fetch()
}
