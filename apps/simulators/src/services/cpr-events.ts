import { join } from 'node:path'
import { z } from 'zod'
import { json, refusal } from '../http/outgoing.js'
import { Ledger } from '../ledger.js'
import type { Service } from './service.js'

const number = z.string().regex(/^\d{10}$/)

/** An event of the register: of whom, what, and since when. */
const eventSchema = z.strictObject({
  id: z.string().min(1).max(100),
  kind: z.enum(['moved', 'protectionSet', 'protectionLifted', 'custodyChanged', 'died', 'numberChanged']),
  number,
  on: z.iso.date(),
  /** Code of the municipality moved to. */
  municipality: z
    .string()
    .regex(/^\d{3}$/)
    .optional(),
  /** The number in force from now on. */
  newNumber: number.optional(),
})
type Event = z.infer<typeof eventSchema>

/** Events of one page. */
const PAGE = 100

/**
 * The feed of events of the CPR register. `GET /cpr-events/after/<position>` gives the events after a position of the
 * feed, at most 100; `POST /cpr-events/publish` puts one in, also one that was there already or comes late.
 */
export async function cprEventsService(directory: string): Promise<Service> {
  const ledger = await Ledger.open<Event, { position: number }>(join(directory, 'cpr-events.jsonl'))
  let published = ledger.entries().length
  return {
    effects: () => ledger.entries(),
    close: () => ledger.close(),
    handle: async request => {
      const [what, position, ...rest] = request.path
      if (what === 'publish' && request.method === 'POST') {
        const parsed = eventSchema.safeParse(request.body)
        if (!parsed.success) return refusal(422, 'invalid')
        const { answer } = await ledger.once(`event-${(published += 1)}`, parsed.data, sequence => ({
          position: sequence,
        }))
        return json(200, answer)
      }
      if (what !== 'after' || rest.length > 0 || !/^\d{1,15}$/.test(position ?? ''))
        return refusal(404, 'no-such-address')
      if (request.method !== 'GET') return refusal(405, 'method-not-allowed', { Allow: 'GET' })
      const after = ledger
        .entries()
        .map(({ request: event, answer }) => ({ ...answer, ...event }))
        .filter(event => event.position > Number(position))
      return json(200, { events: after.slice(0, PAGE) })
    },
  }
}
