import { ensureSchedule, type SchedulePlace } from './ensure-schedule.js'

/**
 * Makes the schedule that fetches the schools' absence, in the administration that the schools belong to. What was missed
 * comes with the next one.
 */
export async function ensureSchoolAbsence(place: Omit<SchedulePlace, 'administration'>): Promise<void> {
  await ensureSchedule(
    { ...place, administration: 'children-and-youth' },
    {
      id: 'school-absence',
      workflow: 'fetchSchoolAbsence',
      spec: { intervals: [{ every: '10 minutes' }] },
      catchupWindow: '1 minute',
    },
  )
}
