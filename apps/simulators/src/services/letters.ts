import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { refusal } from '../http/outgoing.js'
import { Ledger } from '../ledger.js'
import { effectOnce } from './effect-once.js'
import { forgetCase } from './forget.js'
import type { Service } from './service.js'

/** Codes and references only: a field this does not know, such as a name or a text, is refused. */
const letterSchema = z.strictObject({
  kind: z.string().min(1).max(60),
  to: z.union([
    z.strictObject({ role: z.string().min(1).max(60), person: z.string().min(1).max(100).optional() }),
    z.strictObject({ contactRef: z.string().min(1).max(100) }),
  ]),
  caseId: z.string().min(1).max(40),
  number: z.int().positive().optional(),
  language: z.string().min(2).max(35).optional(),
  at: z.iso.datetime(),
})
type Letter = z.infer<typeof letterSchema>
type LetterReceipt = { letterId: string; status: 'delivered' | 'accepted'; deliveredAt?: string }

/**
 * Digital Post and e-mail. `POST /letters` sends one; it is delivered at once, or, under the fault `late`,
 * accepted.
 */
export async function lettersService(directory: string): Promise<Service> {
  const ledger = await Ledger.open<Letter, LetterReceipt>(join(directory, 'letters.jsonl'))
  return {
    effects: () => ledger.entries(),
    close: () => ledger.close(),
    handle: request => {
      if (request.path.join('/') === 'forget') return forgetCase(ledger, request)
      if (request.path.length > 0) return refusal(404, 'no-such-address')
      if (request.method !== 'POST') return refusal(405, 'method-not-allowed', { Allow: 'POST' })
      const late = request.fault === 'late'
      return effectOnce({ ledger, schema: letterSchema, request, act: letter => deliver(letter, late) })
    },
  }
}

function deliver(letter: Letter, late: boolean): LetterReceipt {
  const letterId = randomUUID()
  if (late) return { letterId, status: 'accepted' }
  // After an outage it is delivered now, not when it was first meant to go; and never before it was sent.
  const deliveredAt = new Date(Math.max(Date.now(), Date.parse(letter.at))).toISOString()
  return { letterId, status: 'delivered', deliveredAt }
}
