import { ensureSchedule, type SchedulePlace } from './ensure-schedule.js'

/** 06:45 local time exists once on every day of the year. */
const TIME = { hour: 6, minute: 45 }

/**
 * Makes the schedule that begins the month's list of cases that have been kept long enough, each morning. A morning
 * missed is caught up for twelve hours: the next one begins whatever is missing.
 */
export async function ensureRetention(place: SchedulePlace): Promise<void> {
  await ensureSchedule(place, {
    id: 'retention',
    workflow: 'openRetention',
    spec: { calendars: [TIME], timezone: 'Europe/Copenhagen' },
    catchupWindow: '12 hours',
  })
}
