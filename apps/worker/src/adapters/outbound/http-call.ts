import type { z } from 'zod'
import { PortError } from '../../ports/errors.js'
import { exchange, type Errand, type Outside } from './exchange.js'

/** Where a system lives, as whoever puts the worker together knows it: the adapter knows which system it is. */
export type Endpoint = Omit<Outside, 'system'>

interface Call<Answer> extends Pick<Errand, 'path' | 'purpose'> {
  /** The shape of the answer; whatever else arrives counts as no answer. */
  readonly answer: z.ZodType<Answer>
  /** Present when the call has an effect: sent as JSON under its idempotency key. */
  readonly effect?: { readonly key: string; readonly body: { readonly caseId: string } }
}

/**
 * Calls a system that speaks JSON once; repeating is the activity's policy.
 * @throws PortError and nothing else, whatever the system or the network does.
 */
export async function httpCall<Answer>(
  outside: Outside,
  { path, purpose, answer, effect }: Call<Answer>,
): Promise<Answer> {
  const { text } = await exchange(outside, {
    path,
    purpose,
    ...(effect === undefined ? asking : telling(effect)),
  })
  const parsed = answer.safeParse(parseJson(text))
  if (!parsed.success) {
    throw new PortError({ system: outside.system, code: 'unavailable', reason: 'malformed' })
  }
  return parsed.data
}

const asking = { method: 'GET', headers: { Accept: 'application/json' } } as const

const telling = ({ key, body }: { key: string; body: { caseId: string } }) =>
  ({
    method: 'POST',
    key,
    caseId: body.caseId,
    headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  }) as const

/** Undefined, which no answer's schema accepts, when it is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
