import { freeText, instant, personId } from '@brobygger/domain/forms'
import { z } from 'zod'
import { caseId } from '../ids.js'

const why = freeText('Begrundelse')

export const restrictBody = z
  .strictObject({
    people: z.array(personId).min(1).max(20).meta({ title: 'Hvem sagen er åben for' }),
    why,
  })
  .meta({ id: 'RestrictCase', description: 'Whoever works on the case stays among those named' })
export type RestrictBody = z.infer<typeof restrictBody>

export const liftBody = z.strictObject({ why }).meta({ id: 'LiftRestriction' })
export type LiftBody = z.infer<typeof liftBody>

export const breakGlassBody = z.strictObject({ why }).meta({ id: 'BreakGlass' })
export type BreakGlassBody = z.infer<typeof breakGlassBody>

/** Who may see a case from now on. */
export const restrictionResult = z
  .object({ caseId, people: z.array(personId).nullable().meta({ description: 'Null when it is lifted' }) })
  .meta({ id: 'Restriction' })
export type RestrictionResult = z.infer<typeof restrictionResult>

/** Until when a case can be read; by the server's clock. */
export const urgentAccess = z.object({ caseId, until: instant }).meta({ id: 'UrgentAccess' })
export type UrgentAccess = z.infer<typeof urgentAccess>
