import { z } from 'zod'
import type { Incoming } from '../http/incoming.js'
import { json, type Outgoing, refusal } from '../http/outgoing.js'
import type { Ledger } from '../ledger.js'

const forgetSchema = z.strictObject({ caseId: z.string().min(1).max(40), at: z.iso.datetime() })

/**
 * `POST /<service>/forget` erases what the service has of a case: 200 with how many things that were, the same for
 * every repeat of the key. 400 `key-missing`, 405, 422 `invalid`.
 */
export async function forgetCase<Asked extends { caseId: string }, Answered>(
  ledger: Ledger<Asked, Answered>,
  request: Incoming,
): Promise<Outgoing> {
  if (request.method !== 'POST') return refusal(405, 'method-not-allowed', { Allow: 'POST' })
  if (!request.key) return refusal(400, 'key-missing')
  const parsed = forgetSchema.safeParse(request.body)
  if (!parsed.success) return refusal(422, 'invalid')
  const { caseId } = parsed.data
  return json(200, await ledger.forget(request.key, entry => entry.request.caseId === caseId))
}
