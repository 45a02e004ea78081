import { z } from 'zod'
import { freeText } from './text.js'

/** The rules are in force from 2024, and no child of today is one in 2100: another year is a slip of the finger. */
const inOurTime = (text: string): boolean => text >= '2024' && text < '2100'
const outOfTime = {
  error: 'Årstallet skal ligge mellem 2024 og 2099.',
  params: { code: 'year-implausible' },
}

/** A local date in Copenhagen, `2027-01-14`. */
export const isoDate = z.iso.date().refine(inOurTime, outOfTime)

/** A moment in UTC, `2027-01-14T08:00:00.000Z`. */
export const instant = z.iso.datetime({ offset: true }).refine(inOurTime, outOfTime)

/** Mark of a field that names a member of staff. */
const PERSON_MARK = 'x-person'

/** A staff member's id in the municipality's staff list: never a name. */
export const personId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{1,39}$/, 'Medarbejder-id: små bogstaver, tal og bindestreg')
  .meta({ [PERSON_MARK]: true })

/** Whether a field names a member of staff. */
export function namesPerson(schema: z.core.$ZodType): boolean {
  const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema
  return z.globalRegistry.get(inner)?.[PERSON_MARK] === true
}

/** Reference to a sealed text in the vault. */
export const vaultRef = z.string().regex(/^v_[a-z0-9]+$/)

/**
 * The duty to notify is weighed at every step where somebody sees or hears the child (BL § 133).
 * `yes` goes before everything else; `no` needs a reason.
 */
export const dutyCheck = z.object({
  answer: z.enum(['no', 'yes']).meta({ title: 'Er der underretningspligt?' }),
  why: freeText('Begrundelse'),
})
export type DutyCheck = z.infer<typeof dutyCheck>
