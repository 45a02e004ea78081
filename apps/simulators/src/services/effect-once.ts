import { isDeepStrictEqual } from 'node:util'
import type { z } from 'zod'
import type { Incoming } from '../http/incoming.js'
import { json, type Outgoing, refusal } from '../http/outgoing.js'
import type { Ledger } from '../ledger.js'

const longestKey = 200

type Order<Asked extends { at: string }, Answered> = {
  ledger: Ledger<Asked, Answered>
  schema: z.ZodType<Asked>
  request: Incoming
  /** Carries it out; `sequence` is 1 for the service's first effect. */
  act: (asked: Asked, sequence: number) => Answered
}

/**
 * Takes an order in: 200 with the answer, and the very same answer to every repeat of its key.
 * 400 `key-missing`, 422 `invalid` when the body is not as the schema says, 422 `key-reused` when the key
 * came before with another order (the moment it was sent at may differ: a repeat may come later).
 */
export async function effectOnce<Asked extends { at: string }, Answered>({
  ledger,
  schema,
  request,
  act,
}: Order<Asked, Answered>): Promise<Outgoing> {
  if (!request.key || request.key.length > longestKey) return refusal(400, 'key-missing')
  const parsed = schema.safeParse(request.body)
  if (!parsed.success) return refusal(422, 'invalid')
  const entry = await ledger.once(request.key, parsed.data, sequence => act(parsed.data, sequence))
  if (!isSameOrder(entry.request, parsed.data)) return refusal(422, 'key-reused')
  return json(200, entry.answer)
}

function isSameOrder(one: { at: string }, other: { at: string }): boolean {
  return isDeepStrictEqual({ ...one, at: undefined }, { ...other, at: undefined })
}
