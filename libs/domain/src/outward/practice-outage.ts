import { z } from 'zod'
import { instant } from '../forms/index.js'

/** What is said to be down in a practice case, from one moment of its own clock to another. */
export const practiceOutage = z
  .strictObject({
    system: z.enum(['letters', 'institutionRegister', 'personRegister', 'social-services']).meta({
      description:
        'What the case waits for: letters, the institution register, the register of persons (CPR), or the family group',
    }),
    from: instant,
    until: instant,
  })
  .meta({ id: 'PracticeOutage' })
export type PracticeOutage = z.infer<typeof practiceOutage>

/** Until when a system is down at a moment, by these outages; null when it is up. */
export function downUntil(
  outages: readonly PracticeOutage[],
  { system, at }: { system: string; at: string },
): string | null {
  const now = Date.parse(at)
  const [last] = outages
    .filter(
      outage => outage.system === system && Date.parse(outage.from) <= now && now < Date.parse(outage.until),
    )
    .map(({ until }) => until)
    .sort((a, b) => Date.parse(b) - Date.parse(a))
  return last ?? null
}
