import { personFact } from '@brobygger/domain/codes'
import { z } from 'zod'
import type { PersonEvent, PersonEvents } from '../../ports/person-events.js'
import { type Endpoint, httpCall } from '../outbound/http-call.js'

const number = z.string().regex(/^\d{10}$/)

const answer = z.object({
  events: z.array(
    z
      .object({
        position: z.int().positive(),
        id: z.string().min(1).max(100),
        kind: personFact,
        number,
        on: z.iso.date(),
        municipality: z
          .string()
          .regex(/^\d{3}$/)
          .optional(),
        newNumber: number.optional(),
      })
      .refine(({ kind, newNumber }) => (kind === 'numberChanged') === (newNumber !== undefined))
      .transform(
        ({
          position,
          id,
          kind,
          number: cprNumber,
          on,
          municipality = null,
          newNumber = null,
        }): PersonEvent => ({
          ...{ position, id, fact: kind, cprNumber, on, municipality },
          newCprNumber: newNumber,
        }),
      ),
  ),
})

/** The feed over HTTP, with the municipality's own certificate: `GET /after/<position>`. */
export function httpPersonEvents(endpoint: Endpoint): PersonEvents {
  return {
    after: async position => {
      const { events } = await httpCall(
        { ...endpoint, system: 'personEvents' },
        { path: `after/${position}`, purpose: 'person-events', answer },
      )
      return events
    },
  }
}
