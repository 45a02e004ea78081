import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import type { Incoming } from '../http/incoming.js'
import { json, type Outgoing, refusal } from '../http/outgoing.js'
import { Ledger } from '../ledger.js'
import type { SeededInstitution } from '../municipality.js'
import type { Service } from './service.js'

const changeSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('open') }),
  z.strictObject({ status: z.literal('closed') }),
  z.strictObject({ status: z.literal('merged'), mergedInto: z.string().min(1) }),
])
type Status = z.infer<typeof changeSchema>
type Change = { institutionId: string } & Status

/**
 * The institution register, filled from the municipality's file. `GET /register/institutions/<id>` looks
 * one up; `PUT` on the same address closes, merges or re-opens it. A look-up leaves no trace: the ledger
 * holds the changes.
 */
export async function registerService(
  directory: string,
  institutions: readonly SeededInstitution[],
): Promise<Service> {
  const ledger = await Ledger.open<Change, Status>(join(directory, 'register.jsonl'))
  const seeded = new Map(institutions.map(institution => [institution.id, institution]))
  const status = new Map<string, Status>()
  for (const { request, answer } of ledger.entries()) status.set(request.institutionId, answer)

  async function change(institutionId: string, request: Incoming): Promise<Outgoing> {
    const parsed = changeSchema.safeParse(request.body)
    if (!parsed.success) return refusal(422, 'invalid')
    const wanted = parsed.data
    const target = wanted.status === 'merged' ? wanted.mergedInto : undefined
    if (target === institutionId || (target && !seeded.has(target))) return refusal(422, 'invalid')
    // A repeated change is a change to the same: it needs no key of the caller's.
    await ledger.once(randomUUID(), { institutionId, ...wanted }, () => wanted)
    status.set(institutionId, wanted)
    return json(200, { institutionId, ...wanted })
  }

  return {
    effects: () => ledger.entries(),
    close: () => ledger.close(),
    handle: request => {
      const [collection, id, ...rest] = request.path
      if (collection !== 'institutions' || id === undefined || rest.length > 0) {
        return refusal(404, 'no-such-address')
      }
      const institution = seeded.get(id)
      if (!institution) return refusal(404, 'not-found')
      if (request.method === 'PUT') return change(id, request)
      if (request.method !== 'GET') return refusal(405, 'method-not-allowed', { Allow: 'GET, PUT' })
      return json(200, { ...institution, ...(status.get(id) ?? { status: 'open' }) })
    },
  }
}
