import { proxyActivities } from '@temporalio/workflow'
import type { SchoolAbsenceActivities } from '../activities/types.js'

const { fetchSchoolAbsence: fetch } = proxyActivities<SchoolAbsenceActivities>({
  startToCloseTimeout: '5 minutes',
  scheduleToCloseTimeout: '12 hours',
  retry: { maximumInterval: '1 minute' },
})

/** Every few minutes: what schools have noted is fetched, and told on. It waits as long as their system is down. */
export async function fetchSchoolAbsence(): Promise<void> {
  await fetch()
}
