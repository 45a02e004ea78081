import { ensureSchedule, type SchedulePlace } from './ensure-schedule.js'

/** Makes the schedule that fetches what the register of persons tells. What was missed comes with the next one. */
export async function ensureRegistryEvents(place: SchedulePlace): Promise<void> {
  await ensureSchedule(place, {
    id: 'registry-events',
    workflow: 'fetchRegistryEvents',
    spec: { intervals: [{ every: '5 minutes' }] },
    catchupWindow: '1 minute',
  })
}
