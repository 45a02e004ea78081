import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { statedReason } from '../all-sides.js'

/** What the API answered. */
export interface Answer<T> {
  readonly status: number
  readonly body: T
}

/** A call that was refused for good. The message names the call and the problem's code, nothing that was sent. */
export class Refused extends Error {
  override readonly name = 'Refused'

  constructor(
    readonly code: string,
    call: string,
    fields: readonly string[],
  ) {
    super(`${call}: ${[code, ...fields].join(' ')}`)
  }
}

/** How long one call is repeated while the system cannot take it, in milliseconds. */
const PATIENCE = 60_000
const FIRST_PAUSE = 250
const LONGEST_PAUSE = 4_000

/** Calls the API as a member of staff, and repeats a call that it cannot take at the moment. */
export class Api {
  private readonly run = randomUUID()
  private sent = 0

  constructor(
    private readonly url: string,
    private readonly signal: AbortSignal,
  ) {}

  /** @throws Refused */
  get<T>(path: string, as: string): Promise<Answer<T>> {
    return this.call('GET', path, { headers: headersOf(as) })
  }

  /** What a leader who says why sees; null when it is not for them. */
  async getIfShown<T>(path: string, as: string): Promise<T | null> {
    try {
      const { body } = await this.call<T>('GET', path, { headers: { ...headersOf(as), ...statedReason } })
      return body
    } catch (error) {
      if (error instanceof Refused) return null
      throw error
    }
  }

  /** Does it once, however often the call has to be repeated. @throws Refused */
  post<T>(path: string, as: string, body: object): Promise<Answer<T>> {
    this.sent += 1
    const headers = {
      ...headersOf(as),
      'content-type': 'application/json',
      'idempotency-key': `demo-${this.run}-${this.sent}`,
    }
    return this.call('POST', path, { headers, body: JSON.stringify(body) })
  }

  private async call<T>(method: 'GET' | 'POST', path: string, rest: RequestInit): Promise<Answer<T>> {
    const end = Date.now() + PATIENCE
    for (let pause = FIRST_PAUSE; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
      try {
        return await this.once<T>(method, path, rest)
      } catch (error) {
        if (error instanceof Refused || this.signal.aborted || Date.now() + pause > end) throw error
      }
      await sleep(pause, undefined, { signal: this.signal })
    }
  }

  private async once<T>(method: string, path: string, rest: RequestInit): Promise<Answer<T>> {
    const call = `${method} ${path}`
    this.signal.throwIfAborted()
    const response = await fetch(`${this.url}/api${path}`, { ...rest, method }).catch((cause: unknown) => {
      throw new Error(`${call}: no answer`, { cause })
    })
    const text = await response.text()
    const body: unknown = text === '' ? {} : JSON.parse(text)
    if (response.ok) return { status: response.status, body: body as T }
    const { code = String(response.status), errors = [] } = body as Problem
    const passes = response.status === 503 || code === 'command-running'
    if (passes) throw new Error(`${call}: ${code}`)
    throw new Refused(
      code,
      call,
      errors.map(({ field }) => field),
    )
  }
}

/** The parts of a problem (RFC 9457) that are told. */
interface Problem {
  readonly code?: string
  readonly errors?: readonly { readonly field: string }[]
}

const headersOf = (person: string) => ({ 'x-brobygger-person': person })
