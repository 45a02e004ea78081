import { quarterAbsence } from '@brobygger/domain/absence'
import { administration, registryFact } from '@brobygger/domain/codes'
import { z } from 'zod'
import { processId } from '../ids.js'
import { at, date, textRef } from './common.js'

/** What a register told of somebody in the case. */
export const registryEventShape = z
  .object({
    administration,
    process: processId,
    fact: registryFact,
    title: z.string().meta({ description: 'The fact in Danish' }),
    person: z.string().meta({ description: 'The person in the vault' }),
    relation: z.string().nullable().meta({ description: 'What the person is to the child' }),
    on: date,
    municipality: z.string().nullable().meta({ description: 'Code of the municipality moved to' }),
    textRef: textRef.nullable().meta({ description: 'The old and the new number' }),
    absence: z
      .array(
        quarterAbsence.extend({
          text: z.string().meta({ description: 'The same in Danish, with what the threshold asks for' }),
        }),
      )
      .nullable()
      .meta({ description: 'Absence from school, a quarter each; the newest that is known' }),
    receivedAt: at,
  })
  .meta({ id: 'RegistryEvent' })
