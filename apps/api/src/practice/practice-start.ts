import { instant } from '@brobygger/domain/forms'
import { z } from 'zod'

/** A practice case begins at a moment of its own, or now. It binds nobody and enters no statistics. */
export const practiceStart = z
  .union([z.literal(true), z.strictObject({ startsAt: instant })])
  .optional()
  .meta({ title: 'Øvesag', description: 'A case to practise on: its time can be played forward' })
export type PracticeStart = z.infer<typeof practiceStart>

/** When a practice case begins on its own clock; null for a real case. */
export function startOf(practice: PracticeStart, now: string): string | null {
  if (practice === undefined) return null
  return practice === true ? now : new Date(practice.startsAt).toISOString()
}
