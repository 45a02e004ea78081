import { accessVerdict } from '@brobygger/domain/codes'
import { isoDate, personId } from '@brobygger/domain/forms'
import { z } from 'zod'
import { caseId } from '../ids.js'
import { flag, paging } from '../shapes/common.js'

const period = {
  from: isoDate.meta({ description: 'First day' }),
  to: isoDate.meta({ description: 'Last day' }),
}

/** Which lines of the access log are asked for. */
export const logQuery = z.strictObject({
  case: caseId.optional(),
  person: personId.optional().meta({ description: 'Who looked' }),
  action: z
    .string()
    .regex(/^[A-Za-z]{1,60}$/)
    .optional()
    .meta({ description: 'Id of an operation, as this document has it', example: 'getCase' }),
  from: period.from.optional(),
  to: period.to.optional(),
  cursor: z
    .string()
    .regex(/^\d{1,15}$/)
    .optional()
    .meta({ description: 'From the page before' }),
  limit: paging.limit,
})
export type LogQuery = z.infer<typeof logQuery>

/** Of which days a sample is drawn. They have to be over, so that the sample is the same each time. */
export const sampleQuery = z.strictObject({
  ...period,
  size: z.coerce.number().int().min(1).max(100).default(20).meta({ description: 'Most lines' }),
})
export type SampleQuery = z.infer<typeof sampleQuery>

export const exportQuery = z.strictObject({
  case: caseId,
  format: z.enum(['json', 'csv']).default('json'),
  names: flag.meta({ description: 'With the names of the staff: needs a reason in X-Brobygger-Reason' }),
})
export type ExportQuery = z.infer<typeof exportQuery>

export const reviewBody = z.strictObject({ verdict: accessVerdict })
export type ReviewBody = z.infer<typeof reviewBody>

/** Number of a line of the access log. */
export const entryNumber = z.coerce
  .number()
  .int()
  .min(1)
  .max(1e15)
  .meta({ description: 'Number of a line of the access log', example: 4711 })
