import { unit } from '@brobygger/domain/codes'
import { exchangeUnits } from '@brobygger/domain/consents'
import { freeText, isoDate } from '@brobygger/domain/forms'
import { z } from 'zod'

const why = freeText('Begrundelse')

/** Professionals meet and share without consent; who takes part, when, and why it is needed. */
export const exchangeBody = z
  .strictObject({
    units: z
      .array(unit.extract([...exchangeUnits]))
      .min(1)
      .max(exchangeUnits.length)
      .meta({ title: 'Deltagere' }),
    heldOn: isoDate.meta({ title: 'Mødet holdes den' }),
    followUp: z.boolean().default(false).meta({ title: 'Opfølgende møde i et særligt tilfælde' }),
    why,
  })
  .meta({ id: 'Exchange' })

/** A leader decides to disclose in spite of a missing consent. */
export const overrideBody = z
  .strictObject({ unit: unit.extract(['family-group']).meta({ title: 'Til enhed' }), why })
  .meta({ id: 'OverrideConsent' })

export type ExchangeBody = z.infer<typeof exchangeBody>
export type OverrideBody = z.infer<typeof overrideBody>
