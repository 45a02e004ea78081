import { limits, type OutsideSystem } from '@brobygger/domain/outward'
import { fetch, type Dispatcher } from 'undici'
import { PortError } from '../../ports/errors.js'
import { errorOfStatus } from './error-of-status.js'
import type { Tokens } from './tokens.js'

/** Where a system lives, and how we get in. */
export interface Outside {
  readonly system: OutsideSystem
  /** Without a slash at the end. */
  readonly baseUrl: string
  /** Connections of its own, with our certificate where the system asks who calls. */
  readonly dispatcher?: Dispatcher
  /** What opens the system to us; nothing where the certificate or the network does. */
  readonly tokens?: Tokens
  /** The system's limit when left out. */
  readonly timeoutMs?: number
}

/** What is said to a system. Nothing of a person may stand in `path` or `headers`: they are logged on the way. */
export interface Errand {
  readonly method: 'GET' | 'POST'
  /** Below the base address, its parts already encoded; empty for the base address itself. */
  readonly path: string
  /** Why we ask, a code: the other side's log shows it. */
  readonly purpose: string
  /** The case it is about; left out where it is about none. */
  readonly caseId?: string
  /** Idempotency key, where the call has an effect. */
  readonly key?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export interface Reply {
  readonly status: number
  readonly headers: Pick<Headers, 'get'>
  readonly text: string
}

/**
 * Asks a system once; repeating is the activity's policy. A token it no longer takes is renewed, and the call made a
 * second time.
 * @throws PortError and nothing else for a status other than 2xx, and for whatever the network does
 */
export async function exchange(outside: Outside, errand: Errand): Promise<Reply> {
  const reply = await exchangeAny(outside, errand)
  const { status, headers } = reply
  if (status < 200 || status >= 300) throw errorOfStatus({ system: outside.system, status, headers })
  return reply
}

/** The same, where an answer of any status is the protocol's own business. */
export async function exchangeAny(outside: Outside, errand: Errand): Promise<Reply> {
  const { tokens } = outside
  if (tokens === undefined) return await call(outside, errand, undefined)
  const held = await tokens.current()
  const reply = await call(outside, errand, held)
  if (reply.status !== 401) return reply
  tokens.drop(held)
  return await call(outside, errand, await tokens.current())
}

async function call(
  { system, baseUrl, dispatcher, timeoutMs = limits[system].timeoutMs }: Outside,
  { method, path, purpose, caseId, key, headers, body }: Errand,
  authorization: string | undefined,
): Promise<Reply> {
  const signal = AbortSignal.timeout(timeoutMs)
  try {
    const response = await fetch(joinUrl(baseUrl, path), {
      method,
      headers: {
        ...headers,
        'X-Purpose': purpose,
        ...(caseId === undefined ? {} : { 'X-Case-Reference': caseId }),
        ...(key === undefined ? {} : { 'Idempotency-Key': key }),
        ...(authorization === undefined ? {} : { Authorization: authorization }),
      },
      ...(body === undefined ? {} : { body }),
      ...(dispatcher === undefined ? {} : { dispatcher }),
      // A system that moved is operations' business; following it could carry a case to a stranger.
      redirect: 'manual',
      signal,
    })
    return { status: response.status, headers: response.headers, text: await response.text() }
  } catch {
    // The original error is dropped on purpose: it may hold addresses or pieces of the answer.
    throw new PortError({ system, code: 'unavailable', reason: signal.aborted ? 'timeout' : 'connection' })
  }
}

function joinUrl(baseUrl: string, path: string): string {
  const base = baseUrl.replace(/\/+$/, '')
  return path === '' ? base : `${base}/${path}`
}
