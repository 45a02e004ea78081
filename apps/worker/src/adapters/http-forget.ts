import { z } from 'zod'
import type { Forgets } from '../ports/forget.js'
import { type Endpoint, httpCall } from './http-call.js'

const answer = z.object({ forgotten: z.int().nonnegative() })

/** Erasure in a service over HTTP. */
export function httpForget(endpoint: Endpoint): Forgets['forget'] {
  return ({ key, ...body }) => httpCall(endpoint, { path: 'forget', answer, effect: { key, body } })
}
