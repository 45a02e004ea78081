import { z } from 'zod'
import { freeText } from '../forms/index.js'
import { defineTask } from './define.js'

const form = z.object({
  upheld: z.boolean().meta({ title: 'Grundlaget holder' }),
  why: freeText('Begrundelse'),
})

/** Something was shared without consent: the team leader looks at the ground afterwards. */
export const reviewBasisTask = defineTask({
  kind: 'reviewBasis',
  title: { da: 'Se på deling uden samtykke', en: 'Review a disclosure without consent' },
  role: 'teamLeader',
  unit: 'early-help',
  rule: 'basis-review',
  escalatesTo: ['nextManager'],
  form,
})

/** A leader decided to disclose in spite of a missing consent: the data protection officer looks at it. */
export const reviewOverrideTask = defineTask({
  kind: 'reviewOverride',
  title: {
    da: 'Se på videregivelse trods manglende samtykke',
    en: 'Review a disclosure in spite of missing consent',
  },
  role: 'dataProtectionOfficer',
  unit: 'early-help',
  rule: 'override-review',
  escalatesTo: ['nextManager'],
  form,
})
