import { join } from 'node:path'
import { z } from 'zod'
import { refusal } from '../http/outgoing.js'
import { Ledger } from '../ledger.js'
import { effectOnce } from './effect-once.js'
import { forgetCase } from './forget.js'
import type { Service } from './service.js'

const openingSchema = z.strictObject({
  caseId: z.string().min(1).max(40),
  offerId: z.string().min(1).max(100),
  at: z.iso.datetime(),
})
type Opening = z.infer<typeof openingSchema>
type Opened = { caseNumber: string }

/**
 * The family group's case system. `POST /family-system/cases` opens a case and gives its number,
 * `FG-2027-00001`.
 */
export async function familySystemService(directory: string): Promise<Service> {
  const ledger = await Ledger.open<Opening, Opened>(join(directory, 'family-system.jsonl'))
  return {
    effects: () => ledger.entries(),
    close: () => ledger.close(),
    handle: request => {
      if (request.path.join('/') === 'forget') return forgetCase(ledger, request)
      if (request.path.length !== 1 || request.path[0] !== 'cases') return refusal(404, 'no-such-address')
      if (request.method !== 'POST') return refusal(405, 'method-not-allowed', { Allow: 'POST' })
      return effectOnce({ ledger, schema: openingSchema, request, act: caseNumber })
    },
  }
}

function caseNumber(opening: Opening, sequence: number): Opened {
  return { caseNumber: `FG-${opening.at.slice(0, 4)}-${String(sequence).padStart(5, '0')}` }
}
