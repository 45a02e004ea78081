import { instant, isoDate } from '@brobygger/domain/forms'
import { addDays, atLocalTime, localDate, localTime } from '@brobygger/domain/policy'
import { z } from 'zod'

/** When the working day begins, to which a date alone refers. */
const MORNING = '08:00'

/** The longest way in one request, in days: five years. */
const FURTHEST = 1_830

/** How far a practice case is played forward: so many days, or until a moment. */
export const fastForwardBody = z
  .union([
    z.strictObject({ days: z.int().min(1).max(FURTHEST).meta({ title: 'Dage' }) }),
    z.strictObject({
      until: z.union([isoDate, instant]).meta({
        title: 'Til',
        description: 'A moment, or a date: then 08:00 in Copenhagen; five years ahead at most',
      }),
    }),
  ])
  .meta({ id: 'FastForward' })
export type FastForwardBody = z.infer<typeof fastForwardBody>

/** The moment to play forward to, on the case's clock. A number of days keeps the time of day in Copenhagen. */
export function untilOf(body: FastForwardBody, now: string): string {
  if ('days' in body) return atLocalTime(addDays(localDate(now), body.days), localTime(now))
  return isoDate.safeParse(body.until).success
    ? atLocalTime(body.until, MORNING)
    : new Date(body.until).toISOString()
}

/** Whether that is further than one request goes. */
export function isTooFar(until: string, from: string): boolean {
  return until > atLocalTime(addDays(localDate(from), FURTHEST), localTime(from))
}
