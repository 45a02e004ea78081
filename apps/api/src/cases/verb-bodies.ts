import { caseAvoided, closureCode, handOverReason, pauseReason } from '@brobygger/domain/codes'
import { freeText, isoDate, personId } from '@brobygger/domain/forms'
import { z } from 'zod'

const why = freeText('Begrundelse').optional()

/** Nothing has to be said; a body may be left out. */
export const nothing = z.strictObject({}).default({})

export const escalateBody = z.strictObject({ why }).default({}).meta({ id: 'Escalate' })
export const pauseBody = z
  .strictObject({ reason: pauseReason.meta({ title: 'Årsag' }), why })
  .meta({ id: 'Pause' })
export const conflictBody = z.strictObject({ why }).default({}).meta({ id: 'DeclareConflict' })
export const closeBody = z
  .strictObject({
    code: closureCode.meta({ title: 'Afslutningskode' }),
    caseAvoided: caseAvoided.default('unknown').meta({ title: 'Blev en sag undgået?' }),
    firstHelpOn: isoDate.optional().meta({ title: 'Dato for første hjælp' }),
    why,
  })
  .meta({ id: 'CloseCase' })

/** To a colleague, for a while or for good; dates do not move. */
export const toColleague = z
  .strictObject({
    to: personId.meta({ title: 'Til' }),
    from: personId.optional().meta({ title: 'Fra', description: 'Whoever asks, when left out' }),
    reason: handOverReason.meta({ title: 'Årsag' }),
    returnOn: isoDate.optional().meta({ title: 'Går tilbage den' }),
  })
  .meta({ id: 'HandOverToColleague' })
/** To another unit: opens the way to an offer, where a consent or a duty carries it. */
const toUnit = z.strictObject({ unit: z.literal('family-group').meta({ title: 'Til enhed' }) })

export const handOverBody = z.union([toColleague, toUnit]).meta({ id: 'HandOver' })

export type EscalateBody = z.infer<typeof escalateBody>
export type PauseBody = z.infer<typeof pauseBody>
export type ConflictBody = z.infer<typeof conflictBody>
export type CloseBody = z.infer<typeof closeBody>
export type ToColleague = z.infer<typeof toColleague>
export type HandOverBody = z.infer<typeof handOverBody>
