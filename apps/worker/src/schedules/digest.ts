import { ensureSchedule, type SchedulePlace } from './ensure-schedule.js'

/**
 * Makes the schedule of the daily digest: working mornings at 07:00 local time, which exists once on every day of the
 * year. After an outage only a digest missed within the last four hours is sent.
 */
export async function ensureDigest(place: SchedulePlace): Promise<void> {
  await ensureSchedule(place, {
    id: 'daily-digest',
    workflow: 'dailyDigest',
    spec: {
      calendars: [{ hour: 7, dayOfWeek: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'] }],
      timezone: 'Europe/Copenhagen',
    },
    catchupWindow: '4 hours',
  })
}
