import { faultsOf } from './faults.js'
import { municipalityFields } from './municipality.js'

/** Everything that is configured for one municipality, with nothing in it that contradicts the rest. */
export const municipality = municipalityFields.superRefine((value, context) => {
  for (const { path, reason } of faultsOf(value)) context.addIssue({ code: 'custom', path, message: reason })
})
