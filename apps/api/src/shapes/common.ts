import { fields } from '@brobygger/access'
import { administration } from '@brobygger/domain/codes'
import { instant, isoDate, personId, vaultRef } from '@brobygger/domain/forms'
import { z } from 'zod'
import { caseId } from '../ids.js'

/** A label in Danish first, English second. */
export const label = z.object({ da: z.string(), en: z.string() }).meta({ id: 'Label' })

/** A moment on the case's own clock. */
export const at = instant
export const date = isoDate
export const person = personId
/** Reference to a text; the text itself stands under `texts`. */
export const textRef = vaultRef

/** What every row of a case says of itself. */
export const owned = { caseId, administration, practice: z.boolean() }

/** What the caller may not see of a file: it comes as null or an empty list. */
export const withheld = z
  .array(fields.schema)
  .meta({ description: 'What the caller may not see: it comes as null or an empty list' })

/** A page of a list. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item).readonly(),
    next: z.string().nullable().meta({ description: 'Cursor of the next page; null on the last' }),
  })
}

/** Which page of a list is asked for. */
export const paging = {
  cursor: z.string().max(300).optional().meta({ description: 'From the page before' }),
  limit: z.coerce.number().int().min(1).max(100).default(50).meta({ description: 'Most items on the page' }),
}

/** A yes or no in an address. */
export const flag = z
  .enum(['true', 'false'])
  .transform(text => text === 'true')
  .optional()
