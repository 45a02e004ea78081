import { z } from 'zod'
import type { LetterReceipt, Letters } from '../ports/letters.js'
import { httpForget } from './http-forget.js'
import { type Endpoint, httpCall } from './outbound/http-call.js'

const letterId = z.string().min(1)

const answer: z.ZodType<LetterReceipt> = z.discriminatedUnion('status', [
  z.object({ letterId, status: z.literal('delivered'), deliveredAt: z.iso.datetime() }),
  z.object({ letterId, status: z.literal('accepted') }),
])

/** Digital Post and e-mail over HTTP. */
export function httpLetters(endpoint: Endpoint): Letters {
  return {
    forget: httpForget({ ...endpoint, system: 'letters' }),
    send: ({ key, ...body }) =>
      httpCall(
        { ...endpoint, system: 'letters' },
        { path: '', purpose: 'letter', answer, effect: { key, body } },
      ),
  }
}
