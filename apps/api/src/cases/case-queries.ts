import { administration, category, identityDegree, unit } from '@brobygger/domain/codes'
import { instant, personId } from '@brobygger/domain/forms'
import { concernProcess } from '@brobygger/domain/processes'
import { z } from 'zod'
import { flag, paging } from '../shapes/common.js'

const steps = concernProcess.steps.map(step => step.id)

/** What narrows the list of cases. */
export const casesQuery = z.strictObject({
  ...paging,
  status: z.enum(['open', 'closed']).optional(),
  stage: z.enum(steps).optional().meta({ description: 'Id of the step the case is at' }),
  unit: unit.optional().meta({ description: 'Unit that is responsible' }),
  administration: administration.optional().meta({ description: 'Administration that is responsible' }),
  responsible: personId.optional().meta({ description: 'Person who is responsible' }),
  institution: z
    .string()
    .regex(/^[A-Z0-9]{6}$/)
    .optional(),
  mainCategory: category.optional(),
  degree: identityDegree.optional(),
  practice: flag.meta({ description: 'Practice cases only, or real ones only' }),
})
export type CasesQuery = z.infer<typeof casesQuery>

export const eventsQuery = z.strictObject({
  ...paging,
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(500)
    .default(200)
    .meta({ description: 'Most events on the page' }),
})
export type EventsQuery = z.infer<typeof eventsQuery>

export const responsibleQuery = z.strictObject({
  at: instant.optional().meta({ description: "A moment on the case's own clock; now when left out" }),
})
export type ResponsibleQuery = z.infer<typeof responsibleQuery>
