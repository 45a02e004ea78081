import { z } from 'zod'
import type { Forgets } from '../ports/forget.js'
import type { Outside } from './outbound/exchange.js'
import { httpCall } from './outbound/http-call.js'

const answer = z.object({ forgotten: z.int().nonnegative() })

/** Erasure in a service over HTTP. */
export function httpForget(outside: Outside): Forgets['forget'] {
  return ({ key, ...body }) =>
    httpCall(outside, { path: 'forget', purpose: 'erasure', answer, effect: { key, body } })
}
