import type { z } from 'zod'
import { PortError, type PortName } from '../ports/errors.js'
import { errorOfStatus } from './error-of-status.js'

/** How long one call may take, the body's last byte included, in milliseconds. */
export const defaultTimeoutMs = 5_000

/** Where a service lives and how long it may take. */
export type Endpoint = { port: PortName; baseUrl: string; timeoutMs?: number }

type Call<Answer> = {
  /** Below the base address, its parts already encoded; empty for the base address itself. */
  path: string
  /** The shape of the answer; whatever else arrives counts as no answer. */
  answer: z.ZodType<Answer>
  /** Present when the call has an effect: sent as JSON under its idempotency key. */
  effect?: { key: string; body: object }
}

/**
 * Calls a service once; retrying is the activity's policy.
 * @throws PortError and nothing else, whatever the service or the network does.
 */
export async function httpCall<Answer>(
  { port, baseUrl, timeoutMs = defaultTimeoutMs }: Endpoint,
  { path, answer, effect }: Call<Answer>,
): Promise<Answer> {
  const unavailable = (reason: string) => new PortError({ port, code: 'unavailable', reason })
  const signal = AbortSignal.timeout(timeoutMs)
  let response: Response
  let text: string
  try {
    response = await fetch(joinUrl(baseUrl, path), {
      ...(effect ? effectRequest(effect) : { headers: { Accept: 'application/json' } }),
      // A service that moved is operations' business; following it could carry a case to a stranger.
      redirect: 'manual',
      signal,
    })
    text = await response.text()
  } catch {
    // The original error is dropped on purpose: it may hold addresses or pieces of the answer.
    throw unavailable(signal.aborted ? 'timeout' : 'connection')
  }
  if (!response.ok) throw errorOfStatus({ port, status: response.status, headers: response.headers })
  const parsed = answer.safeParse(parseJson(text))
  if (!parsed.success) throw unavailable('malformed')
  return parsed.data
}

function effectRequest({ key, body }: { key: string; body: object }): RequestInit {
  return {
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json', 'Idempotency-Key': key },
    body: JSON.stringify(body),
  }
}

function joinUrl(baseUrl: string, path: string): string {
  const base = baseUrl.replace(/\/+$/, '')
  return path === '' ? base : `${base}/${path}`
}

/** Undefined, which no answer's schema accepts, when it is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
