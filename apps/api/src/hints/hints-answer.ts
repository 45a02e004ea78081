import { ageBand, category } from '@brobygger/domain/codes'
import { z } from 'zod'
import { caseId } from '../ids.js'
import { date, person } from '../shapes/common.js'

/** That others have a like concern. Area, age band and category are the case's own; of the other nothing is told. */
export const hintsAnswer = z
  .object({
    caseId,
    area: z.string(),
    ageBand,
    mainCategory: category,
    items: z.array(z.object({ contact: person, raisedOn: date })).readonly(),
  })
  .meta({ id: 'Hints' })
export type HintsAnswer = z.infer<typeof hintsAnswer>
