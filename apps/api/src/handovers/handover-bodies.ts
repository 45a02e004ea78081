import { declineReason, screening } from '@brobygger/domain/codes'
import { freeText, personId } from '@brobygger/domain/forms'
import { z } from 'zod'

const why = freeText('Bemærkning').optional()

/** The family group takes over, with the outcome of its § 18 screening. */
export const acceptBody = z
  .strictObject({
    screening: screening.meta({ title: 'Screening efter § 18' }),
    caseworker: personId.optional().meta({ title: 'Rådgiver' }),
    why,
  })
  .meta({ id: 'AcceptHandover' })

/** The family group says why not, and what instead. */
export const declineBody = z
  .strictObject({
    reason: declineReason.meta({ title: 'Årsag til afvisning' }),
    alternative: freeText('Hvad i stedet'),
    caseworker: personId.optional().meta({ title: 'Familiens rådgiver, hvis den har en' }),
    why,
  })
  .meta({ id: 'DeclineHandover' })

export const revokeBody = z.strictObject({ why }).default({}).meta({ id: 'RevokeHandover' })

export type AcceptBody = z.infer<typeof acceptBody>
export type DeclineBody = z.infer<typeof declineBody>
export type RevokeBody = z.infer<typeof revokeBody>
